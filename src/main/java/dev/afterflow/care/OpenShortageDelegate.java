package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens an order exception for goods that are missing and ends this case. */
@Component("openShortage")
class OpenShortageDelegate implements JavaDelegate {

    private final LateShipments late;

    OpenShortageDelegate(LateShipments late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        late.openShortage(execution.getProcessBusinessKey());
    }
}
