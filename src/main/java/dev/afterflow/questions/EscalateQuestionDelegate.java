package dev.afterflow.questions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the leads on, since nobody answered in time. */
@Component("escalateQuestion")
class EscalateQuestionDelegate implements JavaDelegate {

    private final Questions questions;

    EscalateQuestionDelegate(Questions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.escalate((Long) execution.getVariable(DepartmentQuestionProcess.NUMBER));
    }
}
