package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays out what approval-authority asks; facts do not outlive the transaction. */
@Component("weighApproval")
class WeighApprovalDelegate implements JavaDelegate {

    private final Payout payout;

    WeighApprovalDelegate(Payout payout) {
        this.payout = payout;
    }

    @Override
    public void execute(DelegateExecution execution) {
        payout.approvalFacts(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
