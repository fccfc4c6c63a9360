package dev.afterflow.logistics;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether the carrier still moves the parcel, and until when to wait then. */
@Component("lookForParcel")
class LookForParcelDelegate implements JavaDelegate {

    private final Underway underway;

    LookForParcelDelegate(Underway underway) {
        this.underway = underway;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> until = underway.stillMovingUntil(execution.getProcessBusinessKey());
        execution.setVariable("parcelMoving", until.isPresent());
        until.ifPresentOrElse(by -> execution.setVariable("arrivalBy", Date.from(by)),
                () -> execution.setVariables(underway.tracing(execution.getProcessBusinessKey())));
    }
}
