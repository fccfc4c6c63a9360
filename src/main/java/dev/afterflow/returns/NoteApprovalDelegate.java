package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the role that must approve; answers which team does. */
@Component("noteApproval")
class NoteApprovalDelegate implements JavaDelegate {

    private final Payout payout;

    NoteApprovalDelegate(Payout payout) {
        this.payout = payout;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Payout.Said said = new Payout.Said((String) execution.getVariable("route"), (String) execution.getVariable("routeTeam"),
                (String) execution.getVariable("approvalRole"), (String) execution.getVariable("approvalTeam"));
        execution.setVariable("team", payout.noteApproval(execution.getProcessBusinessKey(), said));
    }
}
