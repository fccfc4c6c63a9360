package dev.afterflow.care;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer the truth and the ways left; answers when they are reminded and decided for. */
@Component("offerWays")
class OfferWaysDelegate implements JavaDelegate {

    private final Exceptions exceptions;

    OfferWaysDelegate(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Exceptions.Waiting waiting = exceptions.offer(execution.getProcessBusinessKey());
        execution.setVariable("remindAt", Date.from(waiting.remindAt()));
        execution.setVariable("choiceBy", Date.from(waiting.choiceBy()));
        execution.setVariable("restockBy", Date.from(waiting.restockBy()));
    }
}
