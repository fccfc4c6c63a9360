package dev.afterflow.complaints;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows the buyer the proof of delivery; answers until when they may deny it. */
@Component("tellProof")
class TellProofDelegate implements JavaDelegate {

    private final ComplaintProof proof;

    TellProofDelegate(ComplaintProof proof) {
        this.proof = proof;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("objectionUntil", Date.from(proof.tell(execution.getProcessBusinessKey())));
    }
}
