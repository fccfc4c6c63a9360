package dev.afterflow.claims;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets an appeal be filed next, with what was added to the case. */
@Component("prepareAppeal")
class PrepareAppealDelegate implements JavaDelegate {

    private final ClaimFiling filing;

    PrepareAppealDelegate(ClaimFiling filing) {
        this.filing = filing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        filing.prepareAppeal(claimNo(execution));
    }

    private static String claimNo(DelegateExecution execution) {
        return (String) execution.getVariable(CarrierClaimProcess.EFFECT);
    }
}
