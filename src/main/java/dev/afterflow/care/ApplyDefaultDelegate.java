package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Chooses for a silent buyer what the law grants. */
@Component("applyDefault")
class ApplyDefaultDelegate implements JavaDelegate {

    private final Exceptions exceptions;

    ApplyDefaultDelegate(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("choice", exceptions.applyDefault(execution.getProcessBusinessKey()));
    }
}
