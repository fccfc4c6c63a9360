package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case of an order change. */
@Component("closeChange")
class CloseChangeDelegate implements JavaDelegate {

    private final Changes changes;

    CloseChangeDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.close(execution.getProcessBusinessKey());
    }
}
