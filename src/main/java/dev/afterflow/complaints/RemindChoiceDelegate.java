package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the buyer of what there is to choose from. */
@Component("remindChoice")
class RemindChoiceDelegate implements JavaDelegate {

    private final ComplaintRemedy remedy;

    RemindChoiceDelegate(ComplaintRemedy remedy) {
        this.remedy = remedy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remedy.remind(execution.getProcessBusinessKey());
    }
}
