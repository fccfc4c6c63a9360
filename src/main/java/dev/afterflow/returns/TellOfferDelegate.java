package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer what there is to choose from. */
@Component("tellOffer")
class TellOfferDelegate implements JavaDelegate {

    private final Telling telling;

    TellOfferDelegate(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        telling.offer(execution.getProcessBusinessKey());
    }
}
