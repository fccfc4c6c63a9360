package dev.afterflow.returns;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays the facts out for remedy-options, and until when somebody must answer. */
@Component("weighRemedies")
class WeighRemediesDelegate implements JavaDelegate {

    private final Remedying remedying;

    WeighRemediesDelegate(Remedying remedying) {
        this.remedying = remedying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Remedying.Weighed weighed = remedying.weigh(execution.getProcessBusinessKey());
        execution.setVariable("answerBy", Date.from(weighed.term().answerBy()));
        execution.setVariable("escalateAt", Date.from(weighed.term().escalateAt()));
        weighed.facts().forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
