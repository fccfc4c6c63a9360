package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Leaves the buyer a message. */
@Component("tellUnreached")
class TellUnreachedDelegate implements JavaDelegate {

    private final CodOrders cod;

    TellUnreachedDelegate(CodOrders cod) {
        this.cod = cod;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cod.tellUnreached(execution.getProcessBusinessKey());
    }
}
