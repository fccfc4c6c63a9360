package dev.afterflow.questions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the answer back to the case. */
@Component("returnAnswer")
class ReturnAnswerDelegate implements JavaDelegate {

    private final Questions questions;

    ReturnAnswerDelegate(Questions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.bringBack((Long) execution.getVariable(DepartmentQuestionProcess.NUMBER));
    }
}
