package dev.afterflow.disputes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that nobody answered in time. */
@Component("noteDisputeDefault")
class NoteDisputeDefaultDelegate implements JavaDelegate {

    private final DisputeVerdicts verdicts;

    NoteDisputeDefaultDelegate(DisputeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.defaulted(execution.getProcessBusinessKey());
    }
}
