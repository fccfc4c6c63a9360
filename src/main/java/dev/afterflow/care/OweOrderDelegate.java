package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Owes the buyer what was paid; answers whether anything was. */
@Component("oweOrder")
class OweOrderDelegate implements JavaDelegate {

    private final OrderRefunds refunds;

    OweOrderDelegate(OrderRefunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("refundDue", refunds.owe(execution.getProcessBusinessKey()));
    }
}
