package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer that the promise has passed, and the leads. */
@Component("tellLate")
class TellLateDelegate implements JavaDelegate {

    private final LateShipments late;

    TellLateDelegate(LateShipments late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        late.tellLate(execution.getProcessBusinessKey());
    }
}
