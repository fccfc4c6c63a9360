package dev.afterflow.repairs;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the table found; answers whether the buyer is asked for pictures, and our terms. */
@Component("noteShortage")
class NoteShortageDelegate implements JavaDelegate {

    private final Shortages shortages;

    NoteShortageDelegate(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shortages.Noted noted = shortages.note(execution.getProcessBusinessKey(), (String) execution.getVariable("party"),
                Boolean.TRUE.equals(execution.getVariable("mayAsk")), (String) execution.getVariable("basis"));
        execution.setVariable("evidenceWanted", noted.asks());
        execution.setVariable("evidenceUntil", Date.from(noted.until()));
        execution.setVariable("answerBy", Date.from(noted.answerBy()));
        execution.setVariable("escalateAt", Date.from(noted.escalateAt()));
    }
}
