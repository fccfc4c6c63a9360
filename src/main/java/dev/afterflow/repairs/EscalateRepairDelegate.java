package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises the review when the answer is nearly due. */
@Component("escalateRepair")
class EscalateRepairDelegate implements JavaDelegate {

    private final Repairs repairs;

    EscalateRepairDelegate(Repairs repairs) {
        this.repairs = repairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        repairs.escalate(execution.getProcessBusinessKey());
    }
}
