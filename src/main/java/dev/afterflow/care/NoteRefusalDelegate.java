package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the refusal on the buyer. */
@Component("noteRefusal")
class NoteRefusalDelegate implements JavaDelegate {

    private final CodOrders cod;

    NoteRefusalDelegate(CodOrders cod) {
        this.cod = cod;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cod.noteRefusal(execution.getProcessBusinessKey());
    }
}
