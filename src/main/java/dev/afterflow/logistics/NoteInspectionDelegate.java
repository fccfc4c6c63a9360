package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the table said of the goods, and answers it. */
@Component("noteInspection")
class NoteInspectionDelegate implements JavaDelegate {

    private final TakingIn takingIn;

    NoteInspectionDelegate(TakingIn takingIn) {
        this.takingIn = takingIn;
    }

    /** The table's word lives as long as its transaction; the answer takes its place. */
    @Override
    public void execute(DelegateExecution execution) {
        String outcome = takingIn.judged(execution.getProcessBusinessKey(), (String) execution.getVariable("goodsOutcome"),
                (String) execution.getVariable("deduction"), (String) execution.getVariable("ground"));
        execution.removeVariable("goodsOutcome");
        execution.setVariable("goodsOutcome", outcome);
    }
}
