package dev.afterflow.repairs;

import dev.afterflow.cases.Case;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Product;
import dev.afterflow.security.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What other rooms know about a case as it is now; {@code left} is what was paid and not yet given back. */
record Matter(Case asked, Order order, Shop shop, List<Product> products, Money left, boolean shown, int files, Instant now) {

    String words() {
        return asked.reasonText() == null ? "" : asked.reasonText();
    }

    /** What was paid for so many pieces of each line. */
    Money price(Map<String, Integer> pieces) {
        long sum = order.items().stream().filter(item -> pieces.containsKey(item.lineId())).mapToLong(item ->
                Math.multiplyExact(item.paid().minor(), Math.min(pieces.get(item.lineId()), item.quantity())) / item.quantity()).sum();
        return new Money(sum, order.currency());
    }

    /** The buyer's language, or the shop's where nobody told. */
    String language() {
        Order.Buyer buyer = order.buyer();
        return buyer == null || buyer.language() == null ? shop.language() : buyer.language();
    }
}
