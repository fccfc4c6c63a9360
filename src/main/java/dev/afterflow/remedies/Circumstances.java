package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Evidence;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.Product;
import dev.afterflow.security.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All that is known about a request as it is now; {@code left} is what was paid and not yet given back. */
record Circumstances(Case asked, Order order, Money left, List<Product> products, List<Orders.Packing> packed, List<Orders.Scan> scans,
                     List<Evidence.Item> files, Map<String, Integer> stock, Terms terms, Shop shop, Instant now) {

    private static final int NO_REASON_DAYS = 7;

    /** The lines it is about; none named means all of them. */
    List<Case.Line> lines() {
        return asked.lines().isEmpty()
                ? order.items().stream().map(item -> new Case.Line(item.lineId(), item.quantity())).toList() : asked.lines();
    }

    /** What was paid for the pieces in question. */
    Money value() {
        return new Money(lines().stream().mapToLong(line -> share(line, false)).sum(), order.currency());
    }

    /** What the buyer paid for the way of these pieces; of the whole order, its own freight if that is more. */
    Money freightPaid() {
        long ofLines = lines().stream().mapToLong(line -> share(line, true)).sum();
        boolean whole = order.items().stream().allMatch(item -> lines().contains(new Case.Line(item.lineId(), item.quantity())));
        long ofOrder = whole && order.freight() != null ? order.freight().minor() : 0;
        return new Money(Math.max(ofLines, ofOrder), order.currency());
    }

    long share(Case.Line line, boolean freight) {
        return order.item(line.lineId()).map(item -> {
            Money all = freight ? item.freight() : item.paid();
            int pieces = Math.min(line.quantity(), item.quantity());
            return all == null || item.quantity() == 0 ? 0L : Math.multiplyExact(all.minor(), pieces) / item.quantity();
        }).orElse(0L);
    }

    /** Days since the buyer has the goods, null before. */
    Long days() {
        return order.deliveredAt().map(at -> Duration.between(at, asked.openedAt()).toDays()).orElse(null);
    }

    /** Within seven days of receipt, or the warranty of everything asked about. */
    boolean inTerm() {
        Long days = days();
        boolean warranted = !products.isEmpty() && products.stream()
                .allMatch(product -> product.warrantyDays() != null && days != null && days <= product.warrantyDays());
        return days != null && days <= NO_REASON_DAYS || warranted;
    }

    boolean durable() {
        return products.stream().anyMatch(Product::durable);
    }

    /** Does a known supplier answer for everything asked about? */
    boolean supplierBears() {
        return !products.isEmpty() && products.stream().allMatch(product -> product.supplier() != null);
    }

    /** Did the buyer show it, in a picture or a video? */
    boolean shown() {
        return files.stream().anyMatch(file -> file.type().startsWith("image/") || file.type().startsWith("video/"));
    }

    /** Enough on the shelf as far as the shop has counted; what nobody counted the warehouse will say. */
    boolean inStock() {
        return lines().stream().allMatch(line -> order.item(line.lineId())
                .map(item -> stock.getOrDefault(item.sku() == null ? "" : item.sku(), Integer.MAX_VALUE) >= line.quantity()).orElse(true));
    }

    String words() {
        return asked.reasonText() == null ? "" : asked.reasonText();
    }
}
