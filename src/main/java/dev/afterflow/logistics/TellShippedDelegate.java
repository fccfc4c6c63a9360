package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer that goods are on their way. */
@Component("tellShipped")
class TellShippedDelegate implements JavaDelegate {

    private final BuyerNews news;

    TellShippedDelegate(BuyerNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.shipped(execution.getProcessBusinessKey());
    }
}
