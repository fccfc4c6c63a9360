package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what is asked, starts its clocks and tells the buyer that it is here. */
@Component("acknowledgeRepair")
class AcknowledgeRepairDelegate implements JavaDelegate {

    private final Repairs repairs;

    AcknowledgeRepairDelegate(Repairs repairs) {
        this.repairs = repairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        repairs.open(execution.getProcessBusinessKey());
    }
}
