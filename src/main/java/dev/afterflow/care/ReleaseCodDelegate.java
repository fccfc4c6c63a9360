package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the warehouse ship, with what was changed. */
@Component("releaseCod")
class ReleaseCodDelegate implements JavaDelegate {

    private final CodOrders cod;

    ReleaseCodDelegate(CodOrders cod) {
        this.cod = cod;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cod.release(execution.getProcessBusinessKey());
    }
}
