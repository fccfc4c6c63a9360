package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@code buyer-tier} and {@code case-triage} which process, team and priority a new case gets. */
@Component
class Triage {

    private final Decisions decisions;
    private final Orders orders;
    private final Risks risks;

    Triage(Decisions decisions, Orders orders, Risks risks) {
        this.decisions = decisions;
        this.orders = orders;
        this.risks = risks;
    }

    /** Where a case goes; {@code rule} is the row that said so. */
    record Verdict(String process, String team, int priority, String tier, List<String> risk, String rule) {
    }

    Verdict judge(NewCase asked, Order order) {
        String buyer = order == null || order.buyer() == null ? asked.buyerId() : order.buyer().id();
        Risks.Memory memory = risks.of(asked.shop(), buyer);
        List<String> flags = risks.flags(asked, order, memory);
        String tier = tier(asked.shop(), buyer);
        Decided decided = decisions.decide("case-triage", facts(asked, order, tier, flags));
        return new Verdict(order == null ? CaseProcess.HANDLE_BY_HAND : or(decided.text("process"), CaseProcess.HANDLE_BY_HAND),
                or(decided.text("team"), "care-desk"), Integer.parseInt(or(decided.text("priority"), "50")), tier, flags,
                decided.ruleId());
    }

    private String tier(String shop, String buyer) {
        if (buyer == null) {
            return null;
        }
        Orders.Standing standing = orders.buyerStanding(shop, buyer);
        return decisions.decide("buyer-tier", Map.of("orders", (long) standing.orders(),
                "spentMinor", standing.spent().minor())).text("tier");
    }

    private static Map<String, Object> facts(NewCase asked, Order order, String tier, List<String> flags) {
        return Map.of("kind", asked.kind().name(), "shipped", order != null && order.isShipped(),
                "orderState", order == null ? "UNKNOWN" : order.state().name(), "tier", or(tier, "NEW"),
                "riskFlags", String.join(",", flags),
                "amountMinor", asked.askedAmount() == null ? 0L : asked.askedAmount().minor());
    }

    private static String or(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
