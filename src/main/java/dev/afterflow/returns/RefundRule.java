package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import java.util.List;
import java.util.Set;

/**
 * How a refund is counted, as {@code refund-amount} said it; the rule is applied to the order each time it is asked.
 *
 * @param goods PAID, PIECE, AGREED and the like: all count as the price paid for what is asked, the most there is
 * @param outbound REFUNDED, KEPT, or CHARGED to the buyer
 */
public record RefundRule(String goods, String outbound) {

    /** What is owed under this rule for what the case asks, never more than was paid and not given back. */
    Money due(Facts facts) {
        return due(facts, lines(facts.order(), facts.asked()));
    }

    /** What is owed for these lines of the order. */
    Money due(Facts facts, List<Case.Line> lines) {
        Order order = facts.order();
        boolean whole = Set.copyOf(lines).equals(Set.copyOf(whole(order)));
        long price = lines.stream().mapToLong(line -> share(order, line, false)).sum();
        long freight = lines.stream().mapToLong(line -> share(order, line, true)).sum();
        long outboundFreight = whole && order.freight() != null ? Math.max(freight, order.freight().minor()) : freight;
        long due = switch (outbound) {
            case "REFUNDED" -> price + outboundFreight;
            case "CHARGED" -> Math.max(0, price - charged(order, outboundFreight));
            default -> price;
        };
        return new Money(due, order.currency()).min(facts.left());
    }

    /** What the buyer can count on: what is due, or what they asked for if that is less. */
    Money owed(Facts facts) {
        Money asked = facts.asked().askedAmount();
        return asked == null ? due(facts) : due(facts).min(asked);
    }

    private static List<Case.Line> lines(Order order, Case asked) {
        return asked.lines().isEmpty() ? whole(order) : asked.lines();
    }

    /** What the way out would have cost had shipping not been free. */
    private static long charged(Order order, long paid) {
        return order.freeFreight() == null ? paid : order.freeFreight().waived().minor();
    }

    private static List<Case.Line> whole(Order order) {
        return order.items().stream().map(item -> new Case.Line(item.lineId(), item.quantity())).toList();
    }

    private static long share(Order order, Case.Line line, boolean freight) {
        return order.item(line.lineId()).map(item -> {
            Money all = freight ? item.freight() : item.paid();
            int pieces = Math.min(line.quantity(), item.quantity());
            return all == null || item.quantity() == 0 ? 0L : Math.multiplyExact(all.minor(), pieces) / item.quantity();
        }).orElse(0L);
    }
}
