package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Opens the request and lays the facts out for the tables; facts do not outlive the transaction. */
@Component("gatherFacts")
class GatherFactsDelegate implements JavaDelegate {

    private final Returns returns;

    GatherFactsDelegate(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.gather(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
