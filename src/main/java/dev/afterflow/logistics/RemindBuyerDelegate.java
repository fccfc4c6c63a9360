package dev.afterflow.logistics;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the buyer to send the goods; answers when the next reminder is due, which after the second is never. */
@Component("remindBuyer")
class RemindBuyerDelegate implements JavaDelegate {

    private final SendingBack sendingBack;
    private final BuyerNews news;

    RemindBuyerDelegate(SendingBack sendingBack, BuyerNews news) {
        this.sendingBack = sendingBack;
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("remindAt", Date.from(sendingBack.remind(execution.getProcessBusinessKey())));
        news.reminder(execution.getProcessBusinessKey());
    }
}
