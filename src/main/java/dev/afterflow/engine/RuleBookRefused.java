package dev.afterflow.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;

/** Models were refused: nothing of them is stored. The message names each element and rule. */
class RuleBookRefused extends ProcessEngineException {

    private final transient List<Finding> findings;

    RuleBookRefused(List<Finding> findings) {
        super("Models are refused:" + findings.stream().map(finding -> "\n  " + finding).collect(Collectors.joining()));
        this.findings = findings;
    }

    List<Finding> findings() {
        return findings;
    }
}
