package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays what was counted and found out for the table; facts do not outlive the transaction, what the process knows stays. */
@Component("layFindings")
class LayFindingsDelegate implements JavaDelegate {

    private final TakingIn takingIn;

    LayFindingsDelegate(TakingIn takingIn) {
        this.takingIn = takingIn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        takingIn.facts(execution.getProcessBusinessKey()).entrySet().stream().filter(fact -> !execution.hasVariable(fact.getKey()))
                .forEach(fact -> execution.setVariable(fact.getKey(), Variables.untypedValue(fact.getValue(), true)));
    }
}
