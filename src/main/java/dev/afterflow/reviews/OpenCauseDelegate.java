package dev.afterflow.reviews;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks for the cause's own case; answers until when the reply waits for it. */
@Component("openCause")
class OpenCauseDelegate implements JavaDelegate {

    private final ReviewCause cause;

    OpenCauseDelegate(ReviewCause cause) {
        this.cause = cause;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("stepBy", Date.from(cause.want(execution.getProcessBusinessKey())));
    }
}
