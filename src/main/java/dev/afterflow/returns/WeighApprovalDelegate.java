package dev.afterflow.returns;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Takes up what another workshop owes, with its term, and lays out what refund-routing and approval-authority ask; facts do not
 * outlive the transaction.
 */
@Component("weighApproval")
class WeighApprovalDelegate implements JavaDelegate {

    private final TakingUp takingUp;
    private final Payout payout;

    WeighApprovalDelegate(TakingUp takingUp, Payout payout) {
        this.takingUp = takingUp;
        this.payout = payout;
    }

    @Override
    public void execute(DelegateExecution execution) {
        takingUp.due(execution.getProcessBusinessKey())
                .ifPresent(term -> execution.setVariable("answerBy", Date.from(term.answerBy())));
        payout.approvalFacts(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
