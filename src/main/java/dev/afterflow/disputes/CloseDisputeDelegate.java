package dev.afterflow.disputes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books what is left, and closes the case. */
@Component("closeDispute")
class CloseDisputeDelegate implements JavaDelegate {

    private final DisputeVerdicts verdicts;

    CloseDisputeDelegate(DisputeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verdicts.close(execution.getProcessBusinessKey());
    }
}
