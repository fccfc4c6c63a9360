package dev.afterflow.remedies;

import java.util.Locale;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps who bears the freights and what may be claimed from others; answers who bears the way back. */
@Component("noteFreight")
class NoteFreightDelegate implements JavaDelegate {

    private final Liabilities liabilities;

    NoteFreightDelegate(Liabilities liabilities) {
        this.liabilities = liabilities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DmnDecisionResult adjustments = (DmnDecisionResult) execution.getVariable("decisionRows");
        Liability settled = liabilities.conclude(execution.getProcessBusinessKey(), FreightRule.of((String) execution.getVariable("outboundPayer"),
                (String) execution.getVariable("freightPayer"), (String) execution.getVariable("replacementPayer")), adjustments.getResultList());
        execution.setVariable("returnPayer", settled.freight().wayBack().name().toLowerCase(Locale.ROOT));
    }
}
