package dev.afterflow.claims;

import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of settleFoundParcel: the parcel is there, does the claim go on? */
@Component
class SettleFoundParcelDesk extends ClaimDesk {

    private final Withdrawing withdrawing;
    private final Orders orders;
    private final ClaimWords words;

    SettleFoundParcelDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper, Withdrawing withdrawing, Orders orders, ClaimWords words) {
        super(claims, process, paper);
        this.withdrawing = withdrawing;
        this.orders = orders;
        this.words = words;
    }

    @Override
    public String task() {
        return "settleFoundParcel";
    }

    /** What a person wrote of it, else the newest scan: when, where and in the carrier's own words. */
    @Override
    Map<String, Object> shown(ClaimView claim) {
        if (claim.foundWords() != null) {
            return Map.of("sighting", claim.foundWords());
        }
        List<Orders.Scan> scans = orders.scans(claim.shop(), List.of(claim.waybill()));
        if (scans.isEmpty()) {
            return Map.of();
        }
        Orders.Scan last = scans.get(scans.size() - 1);
        return Map.of("sighting", String.join("  ", words.day(claim, last.at()), last.place() == null ? "" : last.place(), last.words() == null ? "" : last.words()).strip());
    }

    @Override
    Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who) {
        String step = String.valueOf(input.get("claimStep"));
        if (!step.equals("KEEP") && !step.equals("TAKE_BACK")) {
            throw Problem.invalid("claimStep", "values", "请选择理赔去留", "Say what becomes of the claim");
        }
        withdrawing.decide(claim.claimNo(), step.equals("KEEP"), text(input, "note"), who);
        return Map.of("claimKept", step.equals("KEEP"));
    }
}
