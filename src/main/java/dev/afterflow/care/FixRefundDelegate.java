package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Settles that all goes back and tells the warehouse. */
@Component("fixRefund")
class FixRefundDelegate implements JavaDelegate {

    private final Exceptions exceptions;

    FixRefundDelegate(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exceptions.fixRefund(execution.getProcessBusinessKey());
    }
}
