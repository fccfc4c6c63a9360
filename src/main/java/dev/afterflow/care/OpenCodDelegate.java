package dev.afterflow.care;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds the order; answers until when the buyer is called. */
@Component("openCod")
class OpenCodDelegate implements JavaDelegate {

    private final CodOrders cod;

    OpenCodDelegate(CodOrders cod) {
        this.cod = cod;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("callBy", Date.from(cod.open(execution.getProcessBusinessKey())));
    }
}
