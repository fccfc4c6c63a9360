package dev.afterflow.reviews;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the buyer changed or deleted the review; the case closes. */
@Component("noteReviewChanged")
class NoteReviewChangedDelegate implements JavaDelegate {

    private final ReviewEnding ending;

    NoteReviewChangedDelegate(ReviewEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.changed(execution.getProcessBusinessKey());
    }
}
