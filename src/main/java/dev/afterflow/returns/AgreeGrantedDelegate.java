package dev.afterflow.returns;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the agreed amount; answers until when it is approved and paid. */
@Component("agreeGranted")
class AgreeGrantedDelegate implements JavaDelegate {

    private final Granting granting;

    AgreeGrantedDelegate(Granting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RefundRule rule = new RefundRule((String) execution.getVariable("goods"), (String) execution.getVariable("outbound"));
        execution.setVariable("answerBy", Date.from(granting.agree(execution.getProcessBusinessKey(), rule).answerBy()));
    }
}
