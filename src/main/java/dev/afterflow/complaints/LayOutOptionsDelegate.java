package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays the facts out for remedy-options; facts do not outlive the transaction. */
@Component("layOutOptions")
class LayOutOptionsDelegate implements JavaDelegate {

    private final ComplaintRemedy remedy;

    LayOutOptionsDelegate(ComplaintRemedy remedy) {
        this.remedy = remedy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remedy.layOut(execution.getProcessBusinessKey()).forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
