package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the buyer chose; answers the remedy. */
@Component("noteChoice")
class NoteChoiceDelegate implements JavaDelegate {

    private final Remedying remedying;

    NoteChoiceDelegate(Remedying remedying) {
        this.remedying = remedying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("agreedRemedy", remedying.chosen(execution.getProcessBusinessKey()));
    }
}
