package dev.afterflow.care;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds the order; answers until when somebody looks into it. */
@Component("openException")
class OpenExceptionDelegate implements JavaDelegate {

    private final Exceptions exceptions;

    OpenExceptionDelegate(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("answerBy", Date.from(exceptions.open(execution.getProcessBusinessKey())));
    }
}
