package dev.afterflow.disputes;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the proposal; answers until when a verdict is waited for. */
@Component("noteStrategy")
class NoteStrategyDelegate implements JavaDelegate {

    private final DisputeOpening opening;
    private final DisputeTerms terms;
    private final Disputes disputes;

    NoteStrategyDelegate(DisputeOpening opening, DisputeTerms terms, Disputes disputes) {
        this.opening = opening;
        this.terms = terms;
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        opening.advise(number, (String) execution.getVariable("strategy"), (String) execution.getVariable("strategyGround"));
        execution.setVariable("verdictBy", Date.from(terms.until(disputes.find(number).orElseThrow().shop(), "disputeVerdict")));
    }
}
