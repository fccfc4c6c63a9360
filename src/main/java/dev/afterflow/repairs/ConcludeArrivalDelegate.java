package dev.afterflow.repairs;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers whether what came can be diagnosed, and until when it is to be repaired. */
@Component("concludeArrival")
class ConcludeArrivalDelegate implements JavaDelegate {

    private final Workbench bench;

    ConcludeArrivalDelegate(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("nextStep", bench.arrived(execution.getProcessBusinessKey()) ? "diagnose" : "conclude");
        execution.setVariable("repairBy", Date.from(bench.repairBy(execution.getProcessBusinessKey())));
    }
}
