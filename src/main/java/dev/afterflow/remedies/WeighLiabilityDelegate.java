package dev.afterflow.remedies;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays the facts out for the table liability, and answers whether the buyer has to show something first and until when. */
@Component("weighLiability")
class WeighLiabilityDelegate implements JavaDelegate {

    private final Liabilities liabilities;

    WeighLiabilityDelegate(Liabilities liabilities) {
        this.liabilities = liabilities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Weighed weighed = liabilities.weigh(execution.getProcessBusinessKey(), (String) execution.getVariable("reasonType"));
        weighed.facts().forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
        execution.setVariable("evidenceNeeded", weighed.evidenceNeeded());
        execution.setVariable("evidenceUntil", Date.from(weighed.evidenceUntil()));
        execution.setVariable("settleBy", Date.from(weighed.settleBy()));
    }
}
