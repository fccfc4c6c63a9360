package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer that the money is back. */
@Component("tellRefunded")
class TellRefundedDelegate implements JavaDelegate {

    private final Telling telling;

    TellRefundedDelegate(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        telling.refunded(execution.getProcessBusinessKey());
    }
}
