package dev.afterflow.remedies;

import dev.afterflow.remedies.Liability.Party;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the table found; answers the party, and the team that has to look at it or none. */
@Component("noteLiability")
class NoteLiabilityDelegate implements JavaDelegate {

    private final Liabilities liabilities;

    NoteLiabilityDelegate(Liabilities liabilities) {
        this.liabilities = liabilities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Party party = Party.valueOf((String) execution.getVariable("liableParty"));
        execution.setVariable("party", party.name());
        execution.setVariable("liabilityTeam", liabilities.note(execution.getProcessBusinessKey(), party, (String) execution.getVariable("basis")));
    }
}
