package dev.afterflow.books;

import dev.afterflow.cases.Cases;
import dev.afterflow.payments.Mismatches;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with how its difference ended. */
@Component("closeMismatch")
class CloseMismatchDelegate implements JavaDelegate {

    private final Cases cases;
    private final Mismatches mismatches;

    CloseMismatchDelegate(Cases cases, Mismatches mismatches) {
        this.cases = cases;
        this.mismatches = mismatches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        cases.close(caseNumber, mismatches.outcomeOf(caseNumber));
    }
}
