package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what is owed, for the settlement to take up. */
@Component("oweRefund")
class OweRefundDelegate implements JavaDelegate {

    private final Workbench bench;

    OweRefundDelegate(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bench.owe(execution.getProcessBusinessKey());
    }
}
