package dev.afterflow.books;

import dev.afterflow.payments.Mismatches;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books what the provider owes until the money is back. */
@Component("bookClaim")
class BookClaimDelegate implements JavaDelegate {

    private final Mismatches mismatches;

    BookClaimDelegate(Mismatches mismatches) {
        this.mismatches = mismatches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mismatches.book(execution.getProcessBusinessKey());
    }
}
