package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer why, and what they may still do. */
@Component("tellShortageRefused")
class TellShortageRefusedDelegate implements JavaDelegate {

    private final Redress redress;

    TellShortageRefusedDelegate(Redress redress) {
        this.redress = redress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        redress.refused(execution.getProcessBusinessKey());
    }
}
