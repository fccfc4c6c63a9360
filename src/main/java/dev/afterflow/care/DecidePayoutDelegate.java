package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decides the payout; answers in how many parts it is paid. */
@Component("decidePayout")
class DecidePayoutDelegate implements JavaDelegate {

    private final Payouts payouts;

    DecidePayoutDelegate(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("partCount", payouts.decide(execution.getProcessBusinessKey()));
    }
}
