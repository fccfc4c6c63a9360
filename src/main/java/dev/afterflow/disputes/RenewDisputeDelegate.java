package dev.afterflow.disputes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays out anew what dispute-strategy asks, for another round; facts do not outlive the transaction. */
@Component("renewDispute")
class RenewDisputeDelegate implements JavaDelegate {

    private final DisputeOpening opening;

    RenewDisputeDelegate(DisputeOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        opening.renew(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
