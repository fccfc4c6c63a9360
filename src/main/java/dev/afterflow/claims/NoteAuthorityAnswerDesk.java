package dev.afterflow.claims;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of noteAuthorityAnswer: what came of the complaint. */
@Component
class NoteAuthorityAnswerDesk extends ClaimDesk {

    private final Deciding deciding;

    NoteAuthorityAnswerDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Deciding deciding) {
        super(claims, process, paper);
        this.deciding = deciding;
    }

    @Override
    public String task() {
        return "noteAuthorityAnswer";
    }

    @Override
    Map<String, Object> shown(ClaimView claim) {
        return Map.of("complaintNo", claim.complaintNo());
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        Money pays = "pays".equals(input.get("authority")) ? amount(claim, input) : null;
        return deciding.authority(claim.claimNo(), pays, text(input, "note"), who);
    }

    private static Money amount(ClaimView claim, Map<String, Object> input) {
        try {
            Money pays = Money.parse(String.valueOf(input.get("amount")), claim.money().loss().currency());
            if (pays.isPositive()) {
                return pays;
            }
        } catch (IllegalArgumentException noAmount) {
            // told below, with the same remedy
        }
        throw Problem.invalid("amount", "money", "请填写赔付金额，如 120.50", "Give the amount that is paid, such as 120.50");
    }
}
