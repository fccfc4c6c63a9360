package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether all of the money has reached the buyer. */
@Component("settlePayout")
class SettlePayoutDelegate implements JavaDelegate {

    private final Payouts payouts;

    SettlePayoutDelegate(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("payoutOutcome", payouts.settle(execution.getProcessBusinessKey()) ? "paid" : "unpaid");
    }
}
