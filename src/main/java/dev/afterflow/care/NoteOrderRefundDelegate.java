package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes how the refund ended and tells a buyer who waits for it. */
@Component("noteOrderRefund")
class NoteOrderRefundDelegate implements JavaDelegate {

    private final OrderRefunds refunds;

    NoteOrderRefundDelegate(OrderRefunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        refunds.note(execution.getProcessBusinessKey(), (String) execution.getVariable("refundOutcome"));
    }
}
