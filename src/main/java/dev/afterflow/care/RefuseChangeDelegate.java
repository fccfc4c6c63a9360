package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer why it cannot be changed. */
@Component("refuseChange")
class RefuseChangeDelegate implements JavaDelegate {

    private final Changes changes;

    RefuseChangeDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.refuse(execution.getProcessBusinessKey());
    }
}
