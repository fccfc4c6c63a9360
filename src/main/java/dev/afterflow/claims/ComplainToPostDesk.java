package dev.afterflow.claims;

import dev.afterflow.security.Who;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of complainToPost: a person complains at 12305 with the words that stand here. */
@Component
class ComplainToPostDesk extends ClaimDesk {

    private final Deciding deciding;
    private final ClaimWords words;

    ComplainToPostDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Deciding deciding, ClaimWords words) {
        super(claims, process, paper);
        this.deciding = deciding;
        this.words = words;
    }

    @Override
    public String task() {
        return "complainToPost";
    }

    @Override
    Map<String, Object> shown(ClaimView claim) {
        return Map.of("paste", words.complaint(claim), "complainBy", words.day(claim, claim.times().complainBy()));
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        return Map.of(CarrierClaimProcess.BY, Date.from(deciding.complained(claim.claimNo(), text(input, "complaintNo"), who)));
    }
}
