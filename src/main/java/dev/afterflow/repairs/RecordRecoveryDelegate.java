package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what whoever is liable owes us. */
@Component("recordRecovery")
class RecordRecoveryDelegate implements JavaDelegate {

    private final Recoveries recoveries;

    RecordRecoveryDelegate(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recoveries.record(execution.getProcessBusinessKey());
    }
}
