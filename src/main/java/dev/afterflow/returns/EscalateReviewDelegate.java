package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises the review when its answer is nearly due. */
@Component("escalateReview")
class EscalateReviewDelegate implements JavaDelegate {

    private final Returns returns;

    EscalateReviewDelegate(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.escalate(execution.getProcessBusinessKey());
    }
}
