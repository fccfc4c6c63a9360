package dev.afterflow.returns;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks at where the goods are; answers the next step, what is sent out for, and until when the money is due. */
@Component("concludeGoods")
class ConcludeGoodsDelegate implements JavaDelegate {

    private final Concluding concluding;

    ConcludeGoodsDelegate(Concluding concluding) {
        this.concluding = concluding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Concluding.Conclusion conclusion = concluding.conclude(execution.getProcessBusinessKey());
        execution.setVariable("nextStep", conclusion.step().word);
        execution.setVariable("purpose", conclusion.purpose());
        execution.setVariable("answerBy", Date.from(conclusion.term().answerBy()));
        execution.setVariable("escalateAt", Date.from(conclusion.term().escalateAt()));
    }
}
