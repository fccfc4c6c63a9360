package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer what the order became. */
@Component("tellChanged")
class TellChangedDelegate implements JavaDelegate {

    private final Changes changes;

    TellChangedDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.tellChanged(execution.getProcessBusinessKey());
    }
}
