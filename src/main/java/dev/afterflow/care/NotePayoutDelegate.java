package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the role that must approve; answers which team does. */
@Component("notePayout")
class NotePayoutDelegate implements JavaDelegate {

    private final Payouts payouts;

    NotePayoutDelegate(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("team", payouts.note(execution.getProcessBusinessKey(),
                (String) execution.getVariable("approvalRole"), (String) execution.getVariable("approvalTeam")));
    }
}
