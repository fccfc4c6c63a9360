package dev.afterflow.repairs;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the buyer for the device that was lent; answers until when. */
@Component("askForSpare")
class AskForSpareDelegate implements JavaDelegate {

    private final Spares spares;

    AskForSpareDelegate(Spares spares) {
        this.spares = spares;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("spareBy", Date.from(spares.ask(execution.getProcessBusinessKey())));
    }
}
