package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer that the parcel is here. */
@Component("tellReceived")
class TellReceivedDelegate implements JavaDelegate {

    private final BuyerNews news;

    TellReceivedDelegate(BuyerNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.received(execution.getProcessBusinessKey());
    }
}
