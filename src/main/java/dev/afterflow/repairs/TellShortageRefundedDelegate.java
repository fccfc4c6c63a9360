package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer that the money is back. */
@Component("tellShortageRefunded")
class TellShortageRefundedDelegate implements JavaDelegate {

    private final Redress redress;

    TellShortageRefundedDelegate(Redress redress) {
        this.redress = redress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        redress.refunded(execution.getProcessBusinessKey());
    }
}
