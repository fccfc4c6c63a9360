package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Product;
import dev.afterflow.security.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tables ask about a request; nothing in it names a person. {@code left} is what was paid and not yet given back. */
record Facts(Case asked, Order order, Money left, List<Product> products, Shop shop, Instant now) {

    private static final Duration AFTER_SALES = Duration.ofDays(15);

    /** Where the goods are: UNSHIPPED, SHIPPED, RECEIVED, or CLOSED when the trade ended and its after-sales period too. */
    String stage() {
        if (!order.isShipped()) {
            return "UNSHIPPED";
        }
        boolean here = order.deliveredAt().isPresent() || asked.goodsReceived()
                || Set.of(Order.State.DELIVERED, Order.State.FINISHED).contains(order.state());
        if (!here) {
            return "SHIPPED";
        }
        boolean ended = Set.of(Order.State.FINISHED, Order.State.CLOSED).contains(order.state());
        return ended && order.deliveredAt().filter(at -> at.plus(AFTER_SALES).isBefore(asked.openedAt())).isPresent()
                ? "CLOSED" : "RECEIVED";
    }

    /** What came by a way that money can go back on: nothing of what is paid at the door. */
    Money refundable() {
        Money atTheDoor = order.received().stream().filter(Order.Payment::isAtTheDoor).map(Order.Payment::paid)
                .reduce(Money.zero(order.currency()), Money::plus);
        return left.minus(atTheDoor.min(left));
    }

    /** What is asked, in one line without a person's words: two wishes are the same if their lines are. */
    String wish() {
        Money amount = asked.askedAmount();
        return asked.kind() + "|" + asked.reasonCode() + "|" + asked.lines() + "|" + (amount == null ? "" : amount.minor()) + "|"
                + asked.goodsReceived();
    }

    boolean unshipped() {
        return stage().equals("UNSHIPPED");
    }

    /** Days since delivery, null before it. */
    Long days() {
        return order.deliveredAt().map(at -> Duration.between(at, now).toDays()).orElse(null);
    }

    Map<String, Object> forTables() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", shop.jurisdiction());
        facts.put("stage", stage());
        facts.put("remedy", asked.kind().name());
        facts.put("reasonCode", asked.reasonCode() == null ? "" : asked.reasonCode());
        facts.put("goodsClass", goodsClass());
        facts.put("opened", opened());
        facts.put("exclusionConfirmed", exclusionConfirmed());
        facts.put("promiseDays", promiseDays());
        facts.put("termHours", termHours());
        facts.put("freeShipping", order.freeShipping());
        facts.put("freeShippingLost", order.losesFreeShipping(asked.pieces()));
        return facts;
    }

    /** The class of all goods asked about; MIXED if they differ, STANDARD if nobody told. */
    private String goodsClass() {
        Set<String> kinds = products.stream().map(product -> product.kind() == null ? "STANDARD" : product.kind().name())
                .collect(Collectors.toSet());
        return kinds.isEmpty() ? "STANDARD" : kinds.size() > 1 ? "MIXED" : kinds.iterator().next();
    }

    /** Whether any of the goods was downloaded, activated or unsealed; null where nobody told. */
    private Boolean opened() {
        List<Boolean> told = order.items().stream().filter(item -> asked.lines().isEmpty() || asked.pieces().containsKey(item.lineId()))
                .map(Order.Item::opened).toList();
        boolean allTold = !told.isEmpty() && told.stream().allMatch(Objects::nonNull);
        return told.contains(Boolean.TRUE) ? Boolean.TRUE : allTold ? Boolean.FALSE : null;
    }

    /** Only with the buyer's own confirmation at purchase and its proof (Penalty Measures, article 9). */
    private boolean exclusionConfirmed() {
        return !products.isEmpty() && products.stream().allMatch(product -> product.noReasonExcluded()
                && product.exclusionConfirmedAt() != null && product.exclusionProof() != null);
    }

    private long promiseDays() {
        return products.isEmpty() ? 0 : products.stream()
                .mapToLong(product -> product.promiseDays() == null ? 0 : product.promiseDays()).min().orElse(0);
    }

    /** Hours since midnight after delivery where the shop is: the term starts the day after (CN-11); null before delivery. */
    private Long termHours() {
        ZoneId zone = ZoneId.of(shop.timeZone());
        return order.deliveredAt().map(at -> at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant())
                .map(midnight -> Math.floorDiv(Duration.between(midnight, asked.openedAt()).toMinutes() + 59, 60L)).orElse(null);
    }
}
