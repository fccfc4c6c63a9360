package dev.afterflow.reviews;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether the platform takes a complaint, and until when; until a verdict comes there is none. */
@Component("noteComplaintCategory")
class NoteComplaintCategoryDelegate implements JavaDelegate {

    private final ReviewComplaining complaining;

    NoteComplaintCategoryDelegate(ReviewComplaining complaining) {
        this.complaining = complaining;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean open = Boolean.TRUE.equals(execution.getVariable("complaintOpen"));
        long days = execution.getVariable("windowDays") instanceof Number told ? told.longValue() : 0;
        execution.setVariable("complainable", open);
        execution.setVariable("complaintResult", "NONE");
        if (open) {
            execution.setVariable("complainBy", Date.from(complaining.until(execution.getProcessBusinessKey(), days)));
        }
    }
}
