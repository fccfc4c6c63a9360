package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.Product;
import dev.afterflow.orders.Products;
import dev.afterflow.payments.Payments;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings together what other rooms know about a request: sold, packed, scanned, shown, paid back. */
@Component
class Inquiry {

    private final Cases cases;
    private final Orders orders;
    private final Products products;
    private final Evidence evidence;
    private final Payments payments;
    private final Shops shops;
    private final JdbcTerms terms;
    private final Clock clock;

    Inquiry(Cases cases, Orders orders, Products products, Evidence evidence, Payments payments, Shops shops, JdbcTerms terms, Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.products = products;
        this.evidence = evidence;
        this.payments = payments;
        this.shops = shops;
        this.terms = terms;
        this.clock = clock;
    }

    /** 404 if the case or its order is not there for this asker. */
    Circumstances into(String caseNumber) {
        Case asked = cases.find(caseNumber);
        Order order = orders.find(asked.shop(), asked.orderId()).orElseThrow(() -> Problem.notFound("order"));
        Shop shop = shops.find(asked.shop()).orElseThrow(() -> Problem.notFound("shop"));
        List<String> waybills = order.shipments().stream().map(Order.Shipment::waybill).filter(Objects::nonNull).distinct().toList();
        List<String> skus = order.items().stream().map(Order.Item::sku).filter(Objects::nonNull).distinct().toList();
        return new Circumstances(asked, order, payments.left(shop.id(), order.orderId(), order.captured()), sold(asked, order),
                orders.packing(shop.id(), waybills), orders.scans(shop.id(), waybills), evidence.of(caseNumber),
                orders.stock(shop.id(), skus), terms.of(shop.id()), shop, clock.instant());
    }

    private List<Product> sold(Case asked, Order order) {
        Set<String> lines = asked.lines().stream().map(Case.Line::lineId).collect(Collectors.toSet());
        List<String> ids = order.items().stream().filter(item -> lines.isEmpty() || lines.contains(item.lineId()))
                .map(Order.Item::productId).filter(Objects::nonNull).distinct().toList();
        return ids.isEmpty() ? List.of() : products.all(asked.shop(), ids);
    }
}
