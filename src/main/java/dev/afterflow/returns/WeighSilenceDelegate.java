package dev.afterflow.returns;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Answers what a term without a choice leads to, and until when the buyer is waited for. */
@Component("weighSilence")
class WeighSilenceDelegate implements JavaDelegate {

    private final Remedying remedying;

    WeighSilenceDelegate(Remedying remedying) {
        this.remedying = remedying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Remedying.Silence silence = remedying.weighSilence(execution.getProcessBusinessKey());
        execution.setVariable("silence", silence.answer());
        if (silence.until() == null) {
            execution.setVariable("agreedRemedy", "silent");
        } else {
            execution.setVariable("buyerUntil", Date.from(silence.until()));
        }
    }
}
