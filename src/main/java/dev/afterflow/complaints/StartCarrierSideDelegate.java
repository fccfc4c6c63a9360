package dev.afterflow.complaints;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the carrier's side before the buyer's; answers the way, the claim's number, and until when news is waited for. */
@Component("startCarrierSide")
class StartCarrierSideDelegate implements JavaDelegate {

    private final ComplaintCarrier carrier;
    private final ComplaintClaim claim;
    private final ComplaintTerms terms;

    StartCarrierSideDelegate(ComplaintCarrier carrier, ComplaintClaim claim, ComplaintTerms terms) {
        this.carrier = carrier;
        this.claim = claim;
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint.Way way = new Complaint.Way((String) execution.getVariable("remedyWay"), (String) execution.getVariable("compensation"),
                (String) execution.getVariable("remedyGround"));
        Complaint now = carrier.start(execution.getProcessBusinessKey(), way);
        Optional<String> claimNo = claim.open(now);
        execution.setVariable("claimed", claimNo.isPresent());
        execution.setVariable("effectNo", claimNo.orElse("none"));
        execution.setVariable("way", way.way());
        execution.setVariable("liabilityWord", now.liabilityReason());
        execution.setVariable("waitUntil", terms.date(now.shop(), ComplaintTerms.NEWS));
    }
}
