package dev.afterflow.repairs;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.Products;
import dev.afterflow.payments.Payments;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Brings together what other rooms know about a case of this room. */
@Component
class Matters {

    private final Cases cases;
    private final Orders orders;
    private final Products products;
    private final Evidence evidence;
    private final Payments payments;
    private final Shops shops;
    private final Clock clock;

    Matters(Cases cases, Orders orders, Products products, Evidence evidence, Payments payments, Shops shops, Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.products = products;
        this.evidence = evidence;
        this.payments = payments;
        this.shops = shops;
        this.clock = clock;
    }

    /** 404 if the case or its order is not there for this asker. */
    Matter of(String caseNumber) {
        Case asked = cases.find(caseNumber);
        Order order = orders.find(asked.shop(), asked.orderId()).orElseThrow(() -> Problem.notFound("order"));
        Shop shop = shops.find(asked.shop()).orElseThrow(() -> Problem.notFound("shop"));
        List<Evidence.Item> files = evidence.of(caseNumber);
        boolean shown = files.stream().anyMatch(file -> file.type().startsWith("image/") || file.type().startsWith("video/"));
        return new Matter(asked, order, shop, products.all(shop.id(), productIds(asked, order)), payments.left(shop.id(), order.orderId(), order.captured()),
                shown, files.size(), clock.instant());
    }

    private static List<String> productIds(Case asked, Order order) {
        Map<String, Integer> pieces = asked.pieces();
        return order.items().stream().filter(item -> pieces.isEmpty() || pieces.containsKey(item.lineId()))
                .map(Order.Item::productId).filter(Objects::nonNull).distinct().toList();
    }

    /** What was packed, weighed and scanned of an order. */
    Weighing weighing(Order order) {
        List<String> waybills = order.shipments().stream().map(Order.Shipment::waybill).filter(Objects::nonNull).distinct().toList();
        return new Weighing(order, orders.packing(order.shop(), waybills), orders.scans(order.shop(), waybills), goodsGrams(order));
    }

    private Integer goodsGrams(Order order) {
        Map<String, Integer> each = products.weights(order.shop(), order.items().stream().map(Order.Item::productId).filter(Objects::nonNull).toList());
        boolean known = order.items().stream().allMatch(item -> item.productId() != null && each.containsKey(item.productId()));
        return known ? order.items().stream().mapToInt(item -> each.get(item.productId()) * item.quantity()).sum() : null;
    }
}
