package dev.afterflow.complaints;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that nobody proved the delivery in time. */
@Component("noteNoProof")
class NoteNoProofDelegate implements JavaDelegate {

    private final ComplaintProof proof;

    NoteNoProofDelegate(ComplaintProof proof) {
        this.proof = proof;
    }

    @Override
    public void execute(DelegateExecution execution) {
        proof.none(execution.getProcessBusinessKey());
    }
}
