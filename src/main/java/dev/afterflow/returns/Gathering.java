package dev.afterflow.returns;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings together what the other rooms know about a request, as it is now. */
@Component
class Gathering {

    private final Cases cases;
    private final Orders orders;
    private final Products products;
    private final Shops shops;
    private final Payments payments;
    private final Clock clock;

    Gathering(Cases cases, Orders orders, Products products, Shops shops, Payments payments, Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.products = products;
        this.shops = shops;
        this.payments = payments;
        this.clock = clock;
    }

    /** 404 if the case or its order is not there for this asker. */
    Facts of(String caseNumber) {
        Case asked = cases.find(caseNumber);
        Order order = orders.find(asked.shop(), asked.orderId()).orElseThrow(() -> Problem.notFound("order"));
        Shop shop = shops.find(asked.shop()).orElseThrow(() -> Problem.notFound("shop"));
        return new Facts(asked, order, payments.left(shop.id(), order.orderId(), order.captured()), sold(asked, order), shop, clock.instant());
    }

    private List<Product> sold(Case asked, Order order) {
        Set<String> lines = asked.lines().stream().map(Case.Line::lineId).collect(Collectors.toSet());
        List<String> ids = order.items().stream().filter(item -> lines.isEmpty() || lines.contains(item.lineId()))
                .map(Order.Item::productId).filter(id -> id != null).distinct().toList();
        return ids.isEmpty() ? List.of() : products.all(asked.shop(), ids);
    }
}
