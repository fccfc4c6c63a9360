package dev.afterflow.reviews;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the table proposes. */
@Component("noteTriage")
class NoteTriageDelegate implements JavaDelegate {

    private final ReviewFinding finding;

    NoteTriageDelegate(ReviewFinding finding) {
        this.finding = finding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        finding.judged(execution.getProcessBusinessKey(), (String) execution.getVariable("route"), (String) execution.getVariable("category"),
                (String) execution.getVariable("owner"), (String) execution.getVariable("triageGround"));
    }
}
