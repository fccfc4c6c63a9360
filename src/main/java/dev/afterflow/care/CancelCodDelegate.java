package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Cancels the order and tells the buyer. */
@Component("cancelCod")
class CancelCodDelegate implements JavaDelegate {

    private final CodOrders cod;

    CancelCodDelegate(CodOrders cod) {
        this.cod = cod;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cod.cancel(execution.getProcessBusinessKey());
    }
}
