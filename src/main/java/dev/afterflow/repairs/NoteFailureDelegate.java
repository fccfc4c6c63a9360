package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that it failed again. */
@Component("noteFailure")
class NoteFailureDelegate implements JavaDelegate {

    private final Workbench bench;

    NoteFailureDelegate(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bench.failed(execution.getProcessBusinessKey());
    }
}
