package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down what the platform takes itself. */
@Component("bookDeduction")
class BookDeductionDelegate implements JavaDelegate {

    private final Lateness lateness;

    BookDeductionDelegate(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lateness.deducted(execution.getProcessBusinessKey());
    }
}
