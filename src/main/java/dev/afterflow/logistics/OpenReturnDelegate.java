package dev.afterflow.logistics;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the return; answers when the buyer is reminded and until when the goods must be sent. */
@Component("openReturn")
class OpenReturnDelegate implements JavaDelegate {

    private final SendingBack sendingBack;

    OpenReturnDelegate(SendingBack sendingBack) {
        this.sendingBack = sendingBack;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SendingBack.Plan plan = sendingBack.open(execution.getProcessBusinessKey(), (String) execution.getVariable("freightPayer"),
                (String) execution.getVariable("reasonType"));
        execution.setVariable("remindAt", Date.from(plan.remindAt()));
        execution.setVariable("shipBackBy", Date.from(plan.shipBackBy()));
    }
}
