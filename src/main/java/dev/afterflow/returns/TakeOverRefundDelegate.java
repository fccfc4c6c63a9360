package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Takes a refund over that another process agreed, and lays the facts out for refund-amount. */
@Component("takeOverRefund")
class TakeOverRefundDelegate implements JavaDelegate {

    private final Granting granting;

    TakeOverRefundDelegate(Granting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        granting.takeOver(execution.getProcessBusinessKey(), (String) execution.getVariable("reasonWord"))
                .forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
