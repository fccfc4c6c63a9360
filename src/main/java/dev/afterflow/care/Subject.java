package dev.afterflow.care;

import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.security.Shop;

/** A matter with its order and shop as they are now; {@code left} is what was paid and not given back. */
record Subject(Matter matter, Order order, Shop shop, Money left) {

    String caseNumber() {
        return matter.caseNumber();
    }

    /** What the goods cost, freight left out; promises are counted from it. */
    Money price() {
        return order.items().stream().map(Order.Item::paid).reduce(Money.zero(order.currency()), Money::plus);
    }

    boolean chinese() {
        return !language().startsWith("en");
    }

    String language() {
        return order.buyer() == null || order.buyer().language() == null ? shop.language() : order.buyer().language();
    }
}
