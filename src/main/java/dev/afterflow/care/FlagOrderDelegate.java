package dev.afterflow.care;

import dev.afterflow.engine.OutsideEffect;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the remark down for the marketplace; the token waits for its answer. */
@Component("flagOrder")
@OutsideEffect
class FlagOrderDelegate implements JavaDelegate {

    private final Flags flags;

    FlagOrderDelegate(Flags flags) {
        this.flags = flags;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("effectNo", flags.raise(execution.getProcessBusinessKey()));
    }
}
