package dev.afterflow.reviews;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Freezes the review and lays it out for review-triage; facts do not outlive the transaction. */
@Component("freezeReview")
class FreezeReviewDelegate implements JavaDelegate {

    private final ReviewFreezing freezing;
    private final ReviewScene scene;

    FreezeReviewDelegate(ReviewFreezing freezing, ReviewScene scene) {
        this.freezing = freezing;
        this.scene = scene;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        freezing.begin(number).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
        execution.setVariable("stepBy", scene.by(scene.of(number).shop().id(), "analyseReview"));
    }
}
