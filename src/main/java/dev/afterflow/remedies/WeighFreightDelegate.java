package dev.afterflow.remedies;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays the facts out for the tables of freight; facts do not outlive the transaction. */
@Component("weighFreight")
class WeighFreightDelegate implements JavaDelegate {

    private final Liabilities liabilities;

    WeighFreightDelegate(Liabilities liabilities) {
        this.liabilities = liabilities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        liabilities.freightFacts(execution.getProcessBusinessKey()).forEach((name, fact) ->
                execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
