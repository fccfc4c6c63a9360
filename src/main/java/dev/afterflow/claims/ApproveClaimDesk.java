package dev.afterflow.claims;

import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of approveClaim: somebody looks before the claim goes out. */
@Component
class ApproveClaimDesk extends ClaimDesk {

    private final Deciding deciding;

    ApproveClaimDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Deciding deciding) {
        super(claims, process, paper);
        this.deciding = deciding;
    }

    @Override
    public String task() {
        return "approveClaim";
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        boolean approved = "approved".equals(input.get("approval"));
        deciding.approve(claim.claimNo(), approved, text(input, "note"), who);
        return Map.of("claimable", approved, "needsApproval", false);
    }
}
