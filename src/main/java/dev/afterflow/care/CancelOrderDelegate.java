package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Settles that all goes back and tells the warehouse. */
@Component("cancelOrder")
class CancelOrderDelegate implements JavaDelegate {

    private final Changes changes;

    CancelOrderDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.cancel(execution.getProcessBusinessKey());
    }
}
