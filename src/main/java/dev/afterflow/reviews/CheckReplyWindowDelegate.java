package dev.afterflow.reviews;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether the review can be answered in public, and until when. */
@Component("checkReplyWindow")
class CheckReplyWindowDelegate implements JavaDelegate {

    private final ReviewReply reply;

    CheckReplyWindowDelegate(ReviewReply reply) {
        this.reply = reply;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> until = reply.window(execution.getProcessBusinessKey());
        execution.setVariable("replyOpen", until.isPresent());
        until.ifPresent(at -> execution.setVariable("stepBy", Date.from(at)));
    }
}
