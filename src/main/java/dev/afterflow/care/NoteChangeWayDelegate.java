package dev.afterflow.care;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the advice; answers until when somebody decides. */
@Component("noteChangeWay")
class NoteChangeWayDelegate implements JavaDelegate {

    private final Changes changes;

    NoteChangeWayDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("answerBy", Date.from(changes.note(execution.getProcessBusinessKey(),
                (String) execution.getVariable("changeWay"), (Long) execution.getVariable("workHours"))));
    }
}
