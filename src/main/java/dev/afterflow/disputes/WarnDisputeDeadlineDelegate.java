package dev.afterflow.disputes;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises the tasks of a dispute whose deadline nears. */
@Component("warnDisputeDeadline")
class WarnDisputeDeadlineDelegate implements JavaDelegate {

    private final DisputeWarning warning;

    WarnDisputeDeadlineDelegate(DisputeWarning warning) {
        this.warning = warning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        warning.warn(execution.getProcessBusinessKey());
    }
}
