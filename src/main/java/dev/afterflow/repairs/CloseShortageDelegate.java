package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with how it ended. */
@Component("closeShortage")
class CloseShortageDelegate implements JavaDelegate {

    private final Redress redress;

    CloseShortageDelegate(Redress redress) {
        this.redress = redress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        redress.close(execution.getProcessBusinessKey());
    }
}
