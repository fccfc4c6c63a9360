package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calms and records first; answers whether the addresses are in question, and until when somebody compares them. */
@Component("holdBuyer")
class HoldBuyerDelegate implements JavaDelegate {

    private final ComplaintOpening opening;
    private final ComplaintTerms terms;
    private final Complaints complaints;

    HoldBuyerDelegate(ComplaintOpening opening, ComplaintTerms terms, Complaints complaints) {
        this.opening = opening;
        this.terms = terms;
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        execution.setVariable("addressOpen", opening.begin(number));
        execution.setVariable("checkBy", terms.date(complaints.find(number).orElseThrow().shop(), ComplaintTerms.CHECK));
    }
}
