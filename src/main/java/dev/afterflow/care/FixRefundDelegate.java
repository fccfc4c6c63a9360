package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the warehouse to let the order be. */
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
