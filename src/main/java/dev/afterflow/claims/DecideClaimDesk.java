package dev.afterflow.claims;

import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of decideClaim: what to do about a refusal, a part or silence. */
@Component
class DecideClaimDesk extends ClaimDesk {

    private final Deciding deciding;

    DecideClaimDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Deciding deciding) {
        super(claims, process, paper);
        this.deciding = deciding;
    }

    @Override
    public String task() {
        return "decideClaim";
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        return deciding.decide(claim.claimNo(), text(input, "nextStep"), text(input, "note"), who);
    }
}
