package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Keeps what the table called it; answers it, and lays out what logistics-remedy asks. */
@Component("noteProblem")
class NoteProblemDelegate implements JavaDelegate {

    private final ComplaintTrace trace;

    NoteProblemDelegate(ComplaintTrace trace) {
        this.trace = trace;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String type = (String) execution.getVariable("complaintType");
        execution.setVariable("problem", type);
        trace.note(execution.getProcessBusinessKey(), type, (String) execution.getVariable("typeGround"))
                .forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
