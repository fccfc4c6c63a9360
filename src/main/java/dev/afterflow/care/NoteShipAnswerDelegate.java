package dev.afterflow.care;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers until when it is waited for the parcel to leave. */
@Component("noteShipAnswer")
class NoteShipAnswerDelegate implements JavaDelegate {

    private final LateShipments late;

    NoteShipAnswerDelegate(LateShipments late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("shipAgainBy", Date.from(late.noteAnswer(execution.getProcessBusinessKey())));
    }
}
