package dev.afterflow.complaints;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the options before the buyer; answers until when they choose. */
@Component("offerChoice")
class OfferChoiceDelegate implements JavaDelegate {

    private final ComplaintRemedy remedy;

    OfferChoiceDelegate(ComplaintRemedy remedy) {
        this.remedy = remedy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("buyerUntil", Date.from(remedy.offer(execution.getProcessBusinessKey())));
    }
}
