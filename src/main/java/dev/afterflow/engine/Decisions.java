package dev.afterflow.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table of the release in force; which row hit is kept with the flow's history. */
@Component
public class Decisions {

    private final DecisionService decisions;

    Decisions(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * Asks the newest release of a table.
     *
     * @param facts input names to values: text, whole number, boolean or date, no amounts with fractions
     * @throws org.camunda.bpm.engine.ProcessEngineException if the table is unknown, a fact is of another type or the
     *     facts break the table's hit policy
     */
    public Decided decide(String decisionKey, Map<String, Object> facts) {
        DmnDecisionResult result = decisions.evaluateDecisionByKey(decisionKey).variables(facts).evaluate();
        if (result.isEmpty()) {
            return Decided.NOTHING;
        }
        return new Decided("", "", new LinkedHashMap<>(result.get(0).getEntryMap()));
    }
}
