package dev.afterflow.repairs;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the repair took too long. */
@Component("noteTermOver")
class NoteTermOverDelegate implements JavaDelegate {

    private final Workbench bench;

    NoteTermOverDelegate(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bench.termOver(execution.getProcessBusinessKey());
    }
}
