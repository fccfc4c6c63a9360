package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps how the compensation ended and tells the buyer of money that arrived. */
@Component("concludeCompensation")
class ConcludeCompensationDelegate implements JavaDelegate {

    private final Lateness lateness;

    ConcludeCompensationDelegate(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lateness.conclude(execution.getProcessBusinessKey(), (String) execution.getVariable("refundOutcome"));
    }
}
