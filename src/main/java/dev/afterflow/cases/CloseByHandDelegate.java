package dev.afterflow.cases;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a case that a person handled, with the outcome the person named. */
@Component("closeByHand")
class CloseByHandDelegate implements JavaDelegate {

    private final Cases cases;

    CloseByHandDelegate(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.close(execution.getProcessBusinessKey(), (String) execution.getVariable("outcome"));
    }
}
