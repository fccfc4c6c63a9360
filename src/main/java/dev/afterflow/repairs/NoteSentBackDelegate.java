package dev.afterflow.repairs;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that it went back; answers until when the repair is vouched for. */
@Component("noteSentBack")
class NoteSentBackDelegate implements JavaDelegate {

    private final Workbench bench;

    NoteSentBackDelegate(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("provedBy", Date.from(bench.sentBack(execution.getProcessBusinessKey())));
    }
}
