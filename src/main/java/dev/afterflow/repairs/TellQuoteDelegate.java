package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the buyer the price and why. */
@Component("tellQuote")
class TellQuoteDelegate implements JavaDelegate {

    private final Quotes quotes;

    TellQuoteDelegate(Quotes quotes) {
        this.quotes = quotes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        quotes.tell(execution.getProcessBusinessKey());
    }
}
