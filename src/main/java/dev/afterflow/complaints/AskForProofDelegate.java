package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the carrier for the proof of delivery; answers until when it must be here. */
@Component("askForProof")
class AskForProofDelegate implements JavaDelegate {

    private final ComplaintCarrier carrier;
    private final ComplaintTerms terms;
    private final Complaints complaints;

    AskForProofDelegate(ComplaintCarrier carrier, ComplaintTerms terms, Complaints complaints) {
        this.carrier = carrier;
        this.terms = terms;
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        carrier.askForProof(number);
        execution.setVariable("proofBy", terms.date(complaints.find(number).orElseThrow().shop(), ComplaintTerms.PROOF));
    }
}
