package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises the review of returned goods when the money is nearly due. */
@Component("escalateRefund")
class EscalateRefundDelegate implements JavaDelegate {

    private final Returns returns;

    EscalateRefundDelegate(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.escalateRefund(execution.getProcessBusinessKey());
    }
}
