package dev.afterflow.claims;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Outgoing verbs of the process claim-withdrawal, and the one by which it ends the claim's own. */
@Component
class ClaimWithdrawalProcess {

    static final String KEY = "claim-withdrawal";
    private static final String TAKEN_BACK = "claims.claimTakenBack";
    private static final String RETURNED = "claims.moneyReturned";
    private static final String RETURN = "returnClaimMoney";

    private final RuntimeService runtime;

    ClaimWithdrawalProcess(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** A person says what becomes of the claim. */
    void begin(ClaimView claim, Instant by) {
        of(claim, by).execute();
    }

    /** Money came for a claim that was taken back: it goes back too. */
    void returnMoney(ClaimView claim, Instant by) {
        of(claim, by).startBeforeActivity(RETURN).execute();
    }

    /** Ends the claim's process wherever it stands; one that has not begun will find nothing to claim. */
    void takenBack(ClaimView claim) {
        runtime.createMessageCorrelation(TAKEN_BACK).processInstanceBusinessKey(claim.caseNumber())
                .processInstanceVariableEquals(CarrierClaimProcess.EFFECT, claim.claimNo()).correlateAllWithResult();
    }

    /** The carrier took its money back by its statement. */
    void moneyReturned(ClaimView claim) {
        runtime.createMessageCorrelation(RETURNED).processInstanceBusinessKey(claim.caseNumber())
                .processInstanceVariableEquals(CarrierClaimProcess.EFFECT, claim.claimNo()).correlateAllWithResult();
    }

    private ProcessInstantiationBuilder of(ClaimView claim, Instant by) {
        return runtime.createProcessInstanceByKey(KEY).businessKey(claim.caseNumber()).setVariable(CarrierClaimProcess.EFFECT, claim.claimNo())
                .setVariable(CarrierClaimProcess.BY, Date.from(by));
    }
}
