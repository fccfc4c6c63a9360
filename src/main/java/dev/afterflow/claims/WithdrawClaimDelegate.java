package dev.afterflow.claims;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a claim back whose parcel turned up. */
@Component("withdrawClaim")
class WithdrawClaimDelegate implements JavaDelegate {

    private final Withdrawing withdrawing;

    WithdrawClaimDelegate(Withdrawing withdrawing) {
        this.withdrawing = withdrawing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("moneyToReturn", withdrawing.withdraw((String) execution.getVariable(CarrierClaimProcess.EFFECT)));
    }
}
