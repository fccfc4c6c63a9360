package dev.afterflow.claims;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether the carrier owes anything, whether somebody looks first, and whether it is filed by hand. */
@Component("assessClaim")
class AssessClaimDelegate implements JavaDelegate {

    private final Assessing assessing;

    AssessClaimDelegate(Assessing assessing) {
        this.assessing = assessing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(assessing.assess(execution.getProcessBusinessKey(), claimNo(execution)));
    }

    private static String claimNo(DelegateExecution execution) {
        return (String) execution.getVariable(CarrierClaimProcess.EFFECT);
    }
}
