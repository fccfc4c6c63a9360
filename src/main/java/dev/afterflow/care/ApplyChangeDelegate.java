package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the warehouse what the order becomes. */
@Component("applyChange")
class ApplyChangeDelegate implements JavaDelegate {

    private final Changes changes;

    ApplyChangeDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.apply(execution.getProcessBusinessKey());
    }
}
