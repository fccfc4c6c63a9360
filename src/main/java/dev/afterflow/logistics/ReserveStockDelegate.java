package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the goods from stock for this buyer; answers whether there were enough. */
@Component("reserveStock")
class ReserveStockDelegate implements JavaDelegate {

    private final Replacing replacing;

    ReserveStockDelegate(Replacing replacing) {
        this.replacing = replacing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("pickBy", replacing.pickBy(execution.getProcessBusinessKey()));
        execution.setVariable("stocked", replacing.reserve(execution.getProcessBusinessKey(), (String) execution.getVariable("purpose")));
    }
}
