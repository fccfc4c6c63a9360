package dev.afterflow.claims;

import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of supplyClaimEvidence: the carrier asked for more, and somebody adds it to the case. */
@Component
class SupplyClaimEvidenceDesk extends ClaimDesk {

    private final ClaimFiling filing;

    SupplyClaimEvidenceDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, ClaimFiling filing) {
        super(claims, process, paper);
        this.filing = filing;
    }

    @Override
    public String task() {
        return "supplyClaimEvidence";
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        filing.prepareSupplement(claim.claimNo(), text(input, "note"), who);
        return Map.of();
    }
}
