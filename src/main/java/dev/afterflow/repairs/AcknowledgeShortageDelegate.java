package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what was told, starts its clocks and tells the buyer that it is here. */
@Component("acknowledgeShortage")
class AcknowledgeShortageDelegate implements JavaDelegate {

    private final Shortages shortages;

    AcknowledgeShortageDelegate(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortages.open(execution.getProcessBusinessKey());
    }
}
