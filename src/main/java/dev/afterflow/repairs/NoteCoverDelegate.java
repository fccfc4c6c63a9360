package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the tables said; answers what comes next and until when. */
@Component("noteCover")
class NoteCoverDelegate implements JavaDelegate {

    private final Repairs repairs;

    NoteCoverDelegate(Repairs repairs) {
        this.repairs = repairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Repairs.Step step = repairs.note(execution.getProcessBusinessKey(), text(execution, "cover"), text(execution, "coverBasis"), text(execution, "right"),
                text(execution, "rightBasis"), text(execution, "refundOutcome"));
        step.answers().forEach(execution::setVariable);
    }

    private static String text(DelegateExecution execution, String name) {
        return (String) execution.getVariable(name);
    }
}
