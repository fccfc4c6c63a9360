package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what is owed; answers who pays it. */
@Component("noteLateness")
class NoteLatenessDelegate implements JavaDelegate {

    private final Lateness lateness;

    NoteLatenessDelegate(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Lateness.Said said = new Lateness.Said((Long) execution.getVariable("percent"), (Long) execution.getVariable("minMinor"),
                (Long) execution.getVariable("maxMinor"), (Boolean) execution.getVariable("perBuyerDay"));
        execution.setVariable("owed", lateness.note(execution.getProcessBusinessKey(), said));
    }
}
