package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case of a late order. */
@Component("closeLate")
class CloseLateDelegate implements JavaDelegate {

    private final LateShipments late;

    CloseLateDelegate(LateShipments late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        late.close(execution.getProcessBusinessKey());
    }
}
