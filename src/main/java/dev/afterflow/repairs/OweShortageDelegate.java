package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what is owed, for the settlement to take up. */
@Component("oweShortage")
class OweShortageDelegate implements JavaDelegate {

    private final Redress redress;

    OweShortageDelegate(Redress redress) {
        this.redress = redress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        redress.owe(execution.getProcessBusinessKey());
    }
}
