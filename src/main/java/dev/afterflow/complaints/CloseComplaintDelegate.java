package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with how its complaint ended. */
@Component("closeComplaint")
class CloseComplaintDelegate implements JavaDelegate {

    private final Complaints complaints;

    CloseComplaintDelegate(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.close(execution.getProcessBusinessKey());
    }
}
