package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The device that was lent is settled; a case that only waited for it closes. */
@Component("concludeSpare")
class ConcludeSpareDelegate implements JavaDelegate {

    private final Spares spares;

    ConcludeSpareDelegate(Spares spares) {
        this.spares = spares;
    }

    @Override
    public void execute(DelegateExecution execution) {
        spares.conclude(execution.getProcessBusinessKey());
    }
}
