package dev.afterflow.reviews;

import dev.afterflow.engine.OutsideEffect;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the reply to the platform; answers its number. */
@Component("postReply")
@OutsideEffect
class PostReplyDelegate implements JavaDelegate {

    private final ReviewReply reply;

    PostReplyDelegate(ReviewReply reply) {
        this.reply = reply;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(NegativeReviewProcess.EFFECT, reply.post(execution.getProcessBusinessKey()));
    }
}
