package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decides the refund; answers in how many parts it is paid. */
@Component("decideRefund")
class DecideRefundDelegate implements JavaDelegate {

    private final Payout payout;

    DecideRefundDelegate(Payout payout) {
        this.payout = payout;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("refundCount", payout.decide(execution.getProcessBusinessKey()));
    }
}
