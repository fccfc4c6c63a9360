package dev.afterflow.complaints;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells that the parcel was signed after all; answers until when the buyer may deny it. */
@Component("tellSigned")
class TellSignedDelegate implements JavaDelegate {

    private final ComplaintProof proof;

    TellSignedDelegate(ComplaintProof proof) {
        this.proof = proof;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("objectionUntil", Date.from(proof.signedMeanwhile(execution.getProcessBusinessKey())));
    }
}
