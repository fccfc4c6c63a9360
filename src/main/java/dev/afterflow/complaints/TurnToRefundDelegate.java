package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing is in stock: agrees to money at once instead. */
@Component("turnToRefund")
class TurnToRefundDelegate implements JavaDelegate {

    private final ComplaintRemedy remedy;

    TurnToRefundDelegate(ComplaintRemedy remedy) {
        this.remedy = remedy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remedy.turnToRefund(execution.getProcessBusinessKey());
    }
}
