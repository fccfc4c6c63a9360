package dev.afterflow.care;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Looks how far the order is; facts for order-change-rule do not outlive the transaction. */
@Component("lookAtOrder")
class LookAtOrderDelegate implements JavaDelegate {

    private final Changes changes;

    LookAtOrderDelegate(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.look(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
