package dev.afterflow.care;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of approvePayout. */
@Component
class ApprovePayoutDesk implements DeskWork {

    private final Payouts payouts;
    private final Subjects subjects;

    ApprovePayoutDesk(Payouts payouts, Subjects subjects) {
        this.payouts = payouts;
        this.subjects = subjects;
    }

    @Override
    public String task() {
        return "approvePayout";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Payout payout = payouts.latest(caseNumber);
        Subject of = subjects.of(caseNumber);
        return Map.of("amount", Words.money(payout.amount()), "paid", Words.money(of.order().paid()),
                "grounds", Words.of(payout.kind().name()), "role", Words.of(String.valueOf(payout.role())));
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        Who.demandFreshCode();
        boolean approved = "approved".equals(input.get("approval"));
        if (approved) {
            payouts.approve(caseNumber, Words.text(input, "note"), who);
        } else {
            payouts.deny(caseNumber, Words.demand(input, "note", "不批准请写明理由", "Say why it is not approved"), who);
        }
        return Map.of("payoutOutcome", approved ? "approved" : "denied");
    }
}
