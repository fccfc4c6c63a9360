package dev.afterflow.payments;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process refund-payout. */
@Component
class RefundPayoutProcess {

    static final String KEY = "refund-payout";
    static final String SETTLED = "payments.refundSettled";
    private static final String EFFECT = "effectNo";
    private static final String CHASE = "chaseRefund";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Clock clock;

    RefundPayoutProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy ManagementService management,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.clock = clock;
    }

    /** Wakes the token that waits for this refund; false when none does, which is never an exception. */
    boolean settled(String caseNumber, String refundNo, boolean paid) {
        return !runtime.createMessageCorrelation(SETTLED).processInstanceBusinessKey(caseNumber)
            .processInstanceVariableEquals(EFFECT, refundNo).setVariable("refundPaid", paid)
            .correlateAllWithResult().isEmpty();
    }

    /** Opens the task chaseRefund, beside the waiting token or, when none waits, on its own; one open task a refund. */
    void chase(String caseNumber, String refundNo) {
        List<Execution> waiting = runtime.createExecutionQuery().processDefinitionKey(KEY)
            .processInstanceBusinessKey(caseNumber).processVariableValueEquals(EFFECT, refundNo).list();
        if (waiting.isEmpty()) {
            runtime.createProcessInstanceByKey(KEY).businessKey(caseNumber).setVariable(EFFECT, refundNo)
                .startBeforeActivity(CHASE).execute();
        } else if (waiting.stream().noneMatch(token -> chased(token.getProcessInstanceId()))) {
            hurry(waiting.get(0).getProcessInstanceId());
        }
    }

    private boolean chased(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(CHASE).count() > 0;
    }

    /** Lets the hour's timer ring now; when it has rung before, the task is opened again. */
    private void hurry(String instance) {
        Job timer = management.createJobQuery().processInstanceId(instance).activityId("hourPassed").singleResult();
        if (timer != null) {
            management.setJobDuedate(timer.getId(), Date.from(clock.instant()));
        } else {
            runtime.createProcessInstanceModification(instance).startBeforeActivity(CHASE).execute();
        }
    }
}
