package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the buyer of the ways they may choose. */
@Component("remindOfWays")
class RemindOfWaysDelegate implements JavaDelegate {

    private final Exceptions exceptions;

    RemindOfWaysDelegate(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exceptions.remind(execution.getProcessBusinessKey());
    }
}
