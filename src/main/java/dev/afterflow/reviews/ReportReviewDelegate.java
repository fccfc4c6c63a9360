package dev.afterflow.reviews;

import dev.afterflow.engine.OutsideEffect;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the complaint to the platform; answers its number and until when a verdict is waited for. */
@Component("reportReview")
@OutsideEffect
class ReportReviewDelegate implements JavaDelegate {

    private final ReviewComplaining complaining;

    ReportReviewDelegate(ReviewComplaining complaining) {
        this.complaining = complaining;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(NegativeReviewProcess.EFFECT, complaining.send(execution.getProcessBusinessKey()));
        execution.setVariable("verdictBy", complaining.verdictBy(execution.getProcessBusinessKey()));
    }
}
