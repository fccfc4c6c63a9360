package dev.afterflow.claims;

import dev.afterflow.security.Who;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of approveWriteOff: the second person of a write-off. */
@Component
class ApproveWriteOffDesk extends ClaimDesk {

    private final Deciding deciding;
    private final JdbcFilings filings;

    ApproveWriteOffDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Deciding deciding, JdbcFilings filings) {
        super(claims, process, paper);
        this.deciding = deciding;
        this.filings = filings;
    }

    @Override
    public String task() {
        return "approveWriteOff";
    }

    @Override
    Map<String, Object> shown(ClaimView claim) {
        Map<String, Object> form = new HashMap<>(Map.of("smallTeam", deciding.smallTeam()));
        filings.decisions(claim.claimNo()).stream().filter(each -> each.what().equals("WRITE_OFF")).reduce((first, last) -> last)
                .ifPresent(asked -> form.put("asked", asked.by() + ": " + asked.reason()));
        return form;
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        boolean approved = "approved".equals(input.get("approval"));
        if (approved) {
            Who.demandFreshCode();
        }
        return deciding.writeOff(claim.claimNo(), approved, text(input, "note"), Boolean.TRUE.equals(input.get("confirmedAgain")), who);
    }
}
