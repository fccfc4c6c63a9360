package dev.afterflow.remedies;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the buyer to show what is needed. */
@Component("askEvidence")
class AskEvidenceDelegate implements JavaDelegate {

    private final Liabilities liabilities;

    AskEvidenceDelegate(Liabilities liabilities) {
        this.liabilities = liabilities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        liabilities.askEvidence(execution.getProcessBusinessKey(), ((Date) execution.getVariable("evidenceUntil")).toInstant());
    }
}
