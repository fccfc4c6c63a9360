package dev.afterflow.complaints;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what may be offered; answers how it is agreed, and the remedy where it already is. */
@Component("keepOptions")
class KeepOptionsDelegate implements JavaDelegate {

    private final ComplaintRemedy remedy;
    private final ComplaintTerms terms;
    private final Complaints complaints;

    KeepOptionsDelegate(ComplaintRemedy remedy, ComplaintTerms terms, Complaints complaints) {
        this.remedy = remedy;
        this.terms = terms;
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        DmnDecisionResult rows = (DmnDecisionResult) execution.getVariable("decisionRows");
        String agreement = remedy.keep(number, rows == null ? List.of() : rows.getResultList());
        Complaint now = complaints.find(number).orElseThrow();
        execution.setVariable("agreement", agreement);
        execution.setVariable("purpose", "reship");
        execution.setVariable("decideBy", terms.date(now.shop(), ComplaintTerms.CHECK));
        if (agreement.equals("agreed")) {
            execution.setVariable("agreedRemedy", now.remedy());
        }
    }
}
