package dev.afterflow.logistics;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that nothing was sent in time, and tells the buyer so. */
@Component("noteNothingSent")
class NoteNothingSentDelegate implements JavaDelegate {

    private final SendingBack sendingBack;
    private final BuyerNews news;

    NoteNothingSentDelegate(SendingBack sendingBack, BuyerNews news) {
        this.sendingBack = sendingBack;
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sendingBack.nothingSent(execution.getProcessBusinessKey());
        news.nothingSent(execution.getProcessBusinessKey());
        execution.setVariable("goodsOutcome", "nothingSent");
    }
}
