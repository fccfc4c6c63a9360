package dev.afterflow.returns;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the options by cost; answers whether what was asked is agreed to at once. */
@Component("rankRemedies")
class RankRemediesDelegate implements JavaDelegate {

    private final Remedying remedying;

    RankRemediesDelegate(Remedying remedying) {
        this.remedying = remedying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        DmnDecisionResult rows = (DmnDecisionResult) execution.getVariable("decisionRows");
        boolean asAsked = remedying.rank(number, rows == null ? List.of() : rows.getResultList());
        execution.setVariable("proposal", asAsked ? "asAsked" : "choose");
        if (asAsked) {
            execution.setVariable("agreedRemedy", remedying.agreed(number));
        }
    }
}
