package dev.afterflow.disputes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that it was withdrawn, and closes the case. */
@Component("noteDisputeWithdrawn")
class NoteDisputeWithdrawnDelegate implements JavaDelegate {

    private final DisputeVerdicts verdicts;

    NoteDisputeWithdrawnDelegate(DisputeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.withdrawn(execution.getProcessBusinessKey());
    }
}
