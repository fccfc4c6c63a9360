package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets an order go on. */
@Component("releaseOrder")
class ReleaseOrderDelegate implements JavaDelegate {

    private final Exceptions exceptions;

    ReleaseOrderDelegate(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exceptions.release(execution.getProcessBusinessKey());
    }
}
