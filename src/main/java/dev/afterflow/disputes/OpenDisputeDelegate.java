package dev.afterflow.disputes;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Takes the dispute up and lays out what dispute-strategy asks; facts do not outlive the transaction. */
@Component("openDispute")
class OpenDisputeDelegate implements JavaDelegate {

    private final DisputeOpening opening;

    OpenDisputeDelegate(DisputeOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DisputeOpening.Opened opened = opening.begin(execution.getProcessBusinessKey());
        Dispute.Times times = opened.dispute().times();
        execution.setVariable("answerBy", Date.from(times.dueAt()));
        execution.setVariable("warnAt", Date.from(times.warnAt()));
        execution.setVariable("alarmAt", Date.from(times.alarmAt()));
        opened.facts().forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
