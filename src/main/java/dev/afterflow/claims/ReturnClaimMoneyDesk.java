package dev.afterflow.claims;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of returnClaimMoney: what a carrier paid for a claim that was taken back. */
@Component
class ReturnClaimMoneyDesk extends ClaimDesk {

    private final Withdrawing withdrawing;

    ReturnClaimMoneyDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Withdrawing withdrawing) {
        super(claims, process, paper);
        this.withdrawing = withdrawing;
    }

    @Override
    public String task() {
        return "returnClaimMoney";
    }

    @Override
    Map<String, Object> shown(ClaimView claim) {
        return Map.of("toReturn", ClaimLog.money(claim.money().surplus(), Vocabulary.chinese()));
    }

    /** Money that leaves the house is sent with a fresh code. */
    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        switch (String.valueOf(input.get("moneyStep"))) {
            case "GIVEN_BACK" -> {
                Who.demandFreshCode();
                withdrawing.gaveBack(claim.claimNo(), text(input, "payment"), text(input, "note"), who);
            }
            case "KEPT" -> withdrawing.kept(claim.claimNo(), text(input, "note"), who);
            default -> throw Problem.invalid("moneyStep", "values", "请选择赔款怎么处理", "Say what becomes of the money");
        }
        return Map.of();
    }
}
