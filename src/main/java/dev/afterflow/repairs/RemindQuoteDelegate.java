package dev.afterflow.repairs;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the buyer of the quote; answers when the next reminder is due. */
@Component("remindQuote")
class RemindQuoteDelegate implements JavaDelegate {

    private final Quotes quotes;

    RemindQuoteDelegate(Quotes quotes) {
        this.quotes = quotes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("remindAt", Date.from(quotes.remind(execution.getProcessBusinessKey())));
    }
}
