package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether all of the money has reached the buyer. */
@Component("concludePayout")
class ConcludePayoutDelegate implements JavaDelegate {

    private final Payout payout;

    ConcludePayoutDelegate(Payout payout) {
        this.payout = payout;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("refundOutcome", payout.conclude(execution.getProcessBusinessKey()) ? "paid" : "unpaid");
    }
}
