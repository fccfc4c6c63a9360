package dev.afterflow.care;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers how it goes on after a call, and when the next one is due. */
@Component("noteCall")
class NoteCallDelegate implements JavaDelegate {

    private final CodOrders cod;

    NoteCallDelegate(CodOrders cod) {
        this.cod = cod;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CodOrders.Next next = cod.next(execution.getProcessBusinessKey());
        execution.setVariable("callOutcome", next.outcome());
        execution.setVariable("nextCallAt", Date.from(next.nextCallAt()));
        execution.setVariable("callBy", Date.from(next.callBy()));
    }
}
