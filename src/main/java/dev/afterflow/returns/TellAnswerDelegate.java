package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer the refusal or what is asked of them. */
@Component("tellAnswer")
class TellAnswerDelegate implements JavaDelegate {

    private final Telling telling;

    TellAnswerDelegate(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        telling.answer(execution.getProcessBusinessKey());
    }
}
