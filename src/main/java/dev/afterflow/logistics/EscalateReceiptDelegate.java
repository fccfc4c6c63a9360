package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises what holds the goods up when the platform soon wants to hear of them. */
@Component("escalateReceipt")
class EscalateReceiptDelegate implements JavaDelegate {

    private final TakingIn takingIn;

    EscalateReceiptDelegate(TakingIn takingIn) {
        this.takingIn = takingIn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        takingIn.escalate(execution.getProcessBusinessKey());
    }
}
