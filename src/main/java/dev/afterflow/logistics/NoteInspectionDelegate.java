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

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("goodsOutcome", takingIn.judged(execution.getProcessBusinessKey(), (String) execution.getVariable("verdict"),
                (String) execution.getVariable("deduction"), (String) execution.getVariable("ground")));
    }
}
