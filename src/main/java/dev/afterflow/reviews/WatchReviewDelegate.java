package dev.afterflow.reviews;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers until when the buyer may still change the review. */
@Component("watchReview")
class WatchReviewDelegate implements JavaDelegate {

    private final ReviewEnding ending;

    WatchReviewDelegate(ReviewEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("changeUntil", Date.from(ending.watch(execution.getProcessBusinessKey())));
    }
}
