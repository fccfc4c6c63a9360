package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case of an order exception. */
@Component("closeException")
class CloseExceptionDelegate implements JavaDelegate {

    private final Exceptions exceptions;

    CloseExceptionDelegate(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exceptions.close(execution.getProcessBusinessKey());
    }
}
