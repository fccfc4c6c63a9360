package dev.afterflow.reviews;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays out what review-complaint asks; facts do not outlive the transaction. */
@Component("gatherPattern")
class GatherPatternDelegate implements JavaDelegate {

    private final ReviewComplaining complaining;

    GatherPatternDelegate(ReviewComplaining complaining) {
        this.complaining = complaining;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaining.facts(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
