package dev.afterflow.claims;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process carrier-claim; a case may have several, told apart by the claim's number. */
@Component
class CarrierClaimProcess {

    static final String KEY = "carrier-claim";
    static final String EFFECT = "effectNo";
    static final String BY = "claimBy";
    private static final String ANSWERED = "claims.carrierAnswered";
    private static final String MONEY = "claims.moneyReceived";
    private static final String CHASE = "chaseMoney";

    private final RuntimeService runtime;
    private final TaskService tasks;

    CarrierClaimProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Starts a claim nobody's process called for. */
    void begin(String caseNumber, String claimNo) {
        runtime.startProcessInstanceByKey(KEY, caseNumber, Map.of(EFFECT, claimNo));
    }

    /** Which claim a task is about. */
    String claimOf(String taskId) {
        return (String) tasks.getVariable(taskId, EFFECT);
    }

    /** The carrier spoke; where nobody waits for its word the books know it all the same. */
    void answered(ClaimView claim, String answer, boolean moneyIn, Instant by) {
        runtime.createMessageCorrelation(ANSWERED).processInstanceBusinessKey(claim.caseNumber()).processInstanceVariableEquals(EFFECT, claim.claimNo())
                .setVariables(Map.of("claimAnswer", answer, "moneyIn", moneyIn, BY, Date.from(by))).correlateAllWithResult();
    }

    /** All that was agreed is in. */
    void moneyIn(ClaimView claim) {
        runtime.createMessageCorrelation(MONEY).processInstanceBusinessKey(claim.caseNumber()).processInstanceVariableEquals(EFFECT, claim.claimNo())
                .setVariable("moneyIn", true).correlateAllWithResult();
    }

    /** Money is owed again after the claim had ended: finance chases it. */
    void owedAgain(ClaimView claim, Instant by) {
        runtime.createProcessInstanceByKey(KEY).businessKey(claim.caseNumber()).setVariable(EFFECT, claim.claimNo()).setVariable("moneyIn", false)
                .setVariable(BY, Date.from(by)).startBeforeActivity(CHASE).execute();
    }
}
