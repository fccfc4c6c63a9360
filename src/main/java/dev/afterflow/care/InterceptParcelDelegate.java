package dev.afterflow.care;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the carrier to stop what has left; answers until when it may think. */
@Component("interceptParcel")
class InterceptParcelDelegate implements JavaDelegate {

    private final Interceptions interceptions;

    InterceptParcelDelegate(Interceptions interceptions) {
        this.interceptions = interceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("answerBy", Date.from(interceptions.ask(execution.getProcessBusinessKey())));
    }
}
