package dev.afterflow.payments;

import dev.afterflow.engine.OutsideEffect;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("issueRefund")
@OutsideEffect
class IssueRefundDelegate implements JavaDelegate {

    private final Payments payments;

    IssueRefundDelegate(Payments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Issued issued = payments.issue(execution.getProcessBusinessKey(), number(execution, "refundSeq"),
            number(execution, "part"));
        execution.setVariable("effectNo", issued.refundNo());
        if (issued.overRefund()) {
            throw new BpmnError("payments.overRefund");
        }
    }

    /** Absent means 0: the first part, the latest decision. */
    private static int number(DelegateExecution execution, String name) {
        return execution.getVariable(name) instanceof Number given ? given.intValue() : 0;
    }
}
