package dev.afterflow.returns;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the buyer of the offer. */
@Component("remindOfOffer")
class RemindOfOfferDelegate implements JavaDelegate {

    private final Remedying remedying;

    RemindOfOfferDelegate(Remedying remedying) {
        this.remedying = remedying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remedying.remind(execution.getProcessBusinessKey());
    }
}
