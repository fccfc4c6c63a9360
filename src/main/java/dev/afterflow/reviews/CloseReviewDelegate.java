package dev.afterflow.reviews;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how the review ended and closes its case. */
@Component("closeReview")
class CloseReviewDelegate implements JavaDelegate {

    private final ReviewEnding ending;

    CloseReviewDelegate(ReviewEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.close(execution.getProcessBusinessKey());
    }
}
