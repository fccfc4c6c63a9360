package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer where and how to send the goods back. */
@Component("tellHowToReturn")
class TellHowToReturnDelegate implements JavaDelegate {

    private final BuyerNews news;

    TellHowToReturnDelegate(BuyerNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.howToReturn(execution.getProcessBusinessKey());
    }
}
