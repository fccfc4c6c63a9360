package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.engine.Decisions;
import dev.afterflow.logistics.GoodsReturn;
import dev.afterflow.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is owed in money when goods came back, were lost on the way back, or could not be sent again. */
@Component
class Amounts {

    private static final Set<String> NOTHING = Set.of("empty", "wrongGoods");

    private final Decisions decisions;

    Amounts(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * By the rule of a return, less what inspection takes off, with the freight the buyer advanced for a way back that is not
     * theirs; never more than is left.
     */
    Money owed(Return known, Facts facts, Optional<GoodsReturn> goods) {
        return full(known, facts, goods).min(facts.left());
    }

    /** What is owed beyond what is left of the payment: no refund can carry it, so a person has to see it. */
    Money beyond(Return known, Facts facts, Optional<GoodsReturn> goods) {
        Money full = full(known, facts, goods);
        return full.minus(full.min(facts.left()));
    }

    private Money full(Return known, Facts facts, Optional<GoodsReturn> goods) {
        if (goods.filter(came -> NOTHING.contains(String.valueOf(outcome(came)))).isPresent()) {
            return new Money(0, known.currency());
        }
        Money due = forAll(known, facts);
        Money off = goods.map(GoodsReturn::inspection).map(GoodsReturn.Inspection::deduct).orElse(new Money(0, due.currency()));
        Money rest = due.minus(off.min(due));
        Money asked = facts.asked().askedAmount();
        Money owed = asked == null ? rest : rest.min(asked);
        return goods.flatMap(Amounts::advanced).map(owed::plus).orElse(owed);
    }

    /** Freight the buyer told they advanced for a way back that the seller bears. */
    static Optional<Money> advanced(GoodsReturn came) {
        return "seller".equals(came.freightPayer()) ? Optional.ofNullable(came.freightAdvanced()) : Optional.empty();
    }

    private static String outcome(GoodsReturn came) {
        return came.inspection() == null ? null : came.inspection().outcome();
    }

    /** By the same rule as if everything asked back had come intact. */
    Money forAll(Return known, Facts facts) {
        return forReturn(known, facts).due(facts, lines(facts));
    }

    /** The rule for goods given back, also where an exchange turns into money. */
    private RefundRule forReturn(Return known, Facts facts) {
        return rule(Case.Kind.RETURN_REFUND, known.finding().reasonType(), facts);
    }

    /** The rule for goods that stay where they are, or that nobody has. */
    RefundRule forRefund(String reasonType, Facts facts) {
        return rule(Case.Kind.REFUND_ONLY, reasonType, facts);
    }

    private RefundRule rule(Case.Kind remedy, String reasonType, Facts facts) {
        Map<String, Object> asked = new HashMap<>(facts.forTables());
        asked.put("remedy", remedy.name());
        asked.put("reasonType", reasonType);
        var decided = decisions.decide("refund-amount", asked);
        return new RefundRule(decided.text("goods"), decided.text("outbound"));
    }

    private static List<Case.Line> lines(Facts facts) {
        return facts.asked().lines().isEmpty()
                ? facts.order().items().stream().map(item -> new Case.Line(item.lineId(), item.quantity())).toList() : facts.asked().lines();
    }
}
