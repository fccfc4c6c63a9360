package dev.afterflow.repairs;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the buyer for pictures, once. */
@Component("askShortageEvidence")
class AskShortageEvidenceDelegate implements JavaDelegate {

    private final Shortages shortages;

    AskShortageEvidenceDelegate(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortages.ask(execution.getProcessBusinessKey(), ((Date) execution.getVariable("evidenceUntil")).toInstant());
    }
}
