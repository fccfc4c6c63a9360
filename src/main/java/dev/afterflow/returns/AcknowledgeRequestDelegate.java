package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer that the request is here and looked after. */
@Component("acknowledgeRequest")
class AcknowledgeRequestDelegate implements JavaDelegate {

    private final Telling telling;

    AcknowledgeRequestDelegate(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        telling.acknowledged(execution.getProcessBusinessKey());
    }
}
