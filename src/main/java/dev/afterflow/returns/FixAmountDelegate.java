package dev.afterflow.returns;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the rule of refund-amount; answers whether it is agreed at once, and until when somebody must answer. */
@Component("fixAmount")
class FixAmountDelegate implements JavaDelegate {

    private final Returns returns;

    FixAmountDelegate(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Returns.Weighed weighed = returns.fixAmount(execution.getProcessBusinessKey(), new RefundRule((String) execution.getVariable("goods"),
                (String) execution.getVariable("outbound")));
        execution.setVariable("agreedNow", weighed.agreedAtOnce());
        execution.setVariable("answerBy", Date.from(weighed.answerBy()));
        execution.setVariable("escalateAt", Date.from(weighed.escalateAt()));
    }
}
