package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The quote comes to nothing. */
@Component("lapseQuote")
class LapseQuoteDelegate implements JavaDelegate {

    private final Quotes quotes;

    LapseQuoteDelegate(Quotes quotes) {
        this.quotes = quotes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        quotes.lapse(execution.getProcessBusinessKey());
    }
}
