package dev.afterflow.disputes;

import dev.afterflow.engine.OutsideEffect;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the answer to the platform; answers its number. */
@Component("submitDisputeAnswer")
@OutsideEffect
class SubmitDisputeAnswerDelegate implements JavaDelegate {

    private final DisputeAnswering answering;

    SubmitDisputeAnswerDelegate(DisputeAnswering answering) {
        this.answering = answering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DisputeProcess.EFFECT, answering.send(execution.getProcessBusinessKey()));
    }
}
