package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case of an order paid at the door. */
@Component("closeCod")
class CloseCodDelegate implements JavaDelegate {

    private final CodOrders cod;

    CloseCodDelegate(CodOrders cod) {
        this.cod = cod;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cod.close(execution.getProcessBusinessKey());
    }
}
