package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises the decision when the answer is nearly due. */
@Component("escalateShortage")
class EscalateShortageDelegate implements JavaDelegate {

    private final Shortages shortages;

    EscalateShortageDelegate(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortages.escalate(execution.getProcessBusinessKey());
    }
}
