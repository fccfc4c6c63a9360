package dev.afterflow.claims;

import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of chaseMoney: the agreed money is late. */
@Component
class ChaseMoneyDesk extends ClaimDesk {

    private final Deciding deciding;

    ChaseMoneyDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Deciding deciding) {
        super(claims, process, paper);
        this.deciding = deciding;
    }

    @Override
    public String task() {
        return "chaseMoney";
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        return deciding.chase(claim.claimNo(), "WAIT".equals(input.get("nextStep")) ? "WAIT" : "DECIDE", text(input, "note"), who);
    }
}
