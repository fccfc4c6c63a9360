package dev.afterflow.returns;

import dev.afterflow.cases.Cases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Lays out the approval limits of the case's shop for {@code approval-authority}; they do not outlive the transaction. */
@Component("layLimits")
class LayLimitsDelegate implements JavaDelegate {

    private final Authority authority;
    private final Cases cases;

    LayLimitsDelegate(Authority authority, Cases cases) {
        this.authority = authority;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        authority.facts(cases.find(execution.getProcessBusinessKey()).shop())
                .forEach((name, most) -> execution.setVariable(name, Variables.untypedValue(most, true)));
    }
}
