package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with how it ended. */
@Component("closeRepair")
class CloseRepairDelegate implements JavaDelegate {

    private final Repairs repairs;

    CloseRepairDelegate(Repairs repairs) {
        this.repairs = repairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        repairs.close(execution.getProcessBusinessKey());
    }
}
