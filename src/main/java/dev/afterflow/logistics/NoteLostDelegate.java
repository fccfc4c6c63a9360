package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the parcel was lost on its way. */
@Component("noteLost")
class NoteLostDelegate implements JavaDelegate {

    private final Underway underway;

    NoteLostDelegate(Underway underway) {
        this.underway = underway;
    }

    @Override
    public void execute(DelegateExecution execution) {
        underway.lost(execution.getProcessBusinessKey());
        execution.setVariable("goodsOutcome", "lost");
    }
}
