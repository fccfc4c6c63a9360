package dev.afterflow.claims;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the claim whose agreed money is in. */
@Component("closeClaim")
class CloseClaimDelegate implements JavaDelegate {

    private final Ending ending;

    CloseClaimDelegate(Ending ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.paid(claimNo(execution));
    }

    private static String claimNo(DelegateExecution execution) {
        return (String) execution.getVariable(CarrierClaimProcess.EFFECT);
    }
}
