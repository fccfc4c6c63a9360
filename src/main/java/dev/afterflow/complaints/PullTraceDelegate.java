package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Pulls the trace and lays it out for classify-logistics; facts do not outlive the transaction. */
@Component("pullTrace")
class PullTraceDelegate implements JavaDelegate {

    private final ComplaintTrace trace;

    PullTraceDelegate(ComplaintTrace trace) {
        this.trace = trace;
    }

    @Override
    public void execute(DelegateExecution execution) {
        trace.pull(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
