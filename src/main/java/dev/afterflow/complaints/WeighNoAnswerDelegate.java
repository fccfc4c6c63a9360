package dev.afterflow.complaints;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether a silent buyer is reminded once more, and until when; else a person decides. */
@Component("weighNoAnswer")
class WeighNoAnswerDelegate implements JavaDelegate {

    private final ComplaintRemedy remedy;
    private final ComplaintTerms terms;
    private final Complaints complaints;

    WeighNoAnswerDelegate(ComplaintRemedy remedy, ComplaintTerms terms, Complaints complaints) {
        this.remedy = remedy;
        this.terms = terms;
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Instant until = remedy.weighSilence(number);
        execution.setVariable("silence", until == null ? "toPerson" : "remind");
        if (until == null) {
            execution.setVariable("decideBy", terms.date(complaints.find(number).orElseThrow().shop(), ComplaintTerms.CHECK));
        } else {
            execution.setVariable("buyerUntil", Date.from(until));
        }
    }
}
