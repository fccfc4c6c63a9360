package dev.afterflow.repairs;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds of the device that was lent; answers until when, or that a person sees to it. */
@Component("remindSpare")
class RemindSpareDelegate implements JavaDelegate {

    private final Spares spares;

    RemindSpareDelegate(Spares spares) {
        this.spares = spares;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant by = spares.remind(execution.getProcessBusinessKey());
        execution.setVariable("spareStep", by == null ? "person" : "again");
        if (by != null) {
            execution.setVariable("spareBy", Date.from(by));
        }
    }
}
