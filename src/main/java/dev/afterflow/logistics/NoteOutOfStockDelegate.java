package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that there is nothing to send. */
@Component("noteOutOfStock")
class NoteOutOfStockDelegate implements JavaDelegate {

    private final Replacing replacing;

    NoteOutOfStockDelegate(Replacing replacing) {
        this.replacing = replacing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        replacing.noteOutOfStock(execution.getProcessBusinessKey());
        execution.setVariable("replacement", "outOfStock");
    }
}
