package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what return-reason and return-eligibility found. */
@Component("noteEligibility")
class NoteEligibilityDelegate implements JavaDelegate {

    private final Returns returns;

    NoteEligibilityDelegate(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.noteEligibility(execution.getProcessBusinessKey(), (String) execution.getVariable("reasonType"),
                (String) execution.getVariable("eligibility"), (String) execution.getVariable("ground"));
    }
}
