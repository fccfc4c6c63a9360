package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays out what short-liability asks; facts do not outlive the transaction. */
@Component("gatherPacking")
class GatherPackingDelegate implements JavaDelegate {

    private final Shortages shortages;

    GatherPackingDelegate(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortages.facts(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
