package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the buyer has what was agreed. */
@Component("noteRemedied")
class NoteRemediedDelegate implements JavaDelegate {

    private final Complaints complaints;

    NoteRemediedDelegate(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.remedied(execution.getProcessBusinessKey(), (String) execution.getVariable("refundOutcome"));
    }
}
