package dev.afterflow.disputes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers what is open after a verdict: an appeal, something to do. */
@Component("noteVerdict")
class NoteVerdictDelegate implements JavaDelegate {

    private final DisputeVerdicts verdicts;

    NoteVerdictDelegate(DisputeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.next(execution.getProcessBusinessKey()).forEach(execution::setVariable);
    }
}
