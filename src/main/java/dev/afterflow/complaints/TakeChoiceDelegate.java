package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes what the buyer chose; answers the remedy. */
@Component("takeChoice")
class TakeChoiceDelegate implements JavaDelegate {

    private final ComplaintRemedy remedy;

    TakeChoiceDelegate(ComplaintRemedy remedy) {
        this.remedy = remedy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("agreedRemedy", remedy.take(execution.getProcessBusinessKey()));
    }
}
