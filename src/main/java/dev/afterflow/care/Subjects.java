package dev.afterflow.care;

import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.payments.Payments;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import org.springframework.stereotype.Component;

/** Brings a matter together with what other rooms know about its order. */
@Component
class Subjects {

    private final JdbcMatters store;
    private final Orders orders;
    private final Payments payments;
    private final Shops shops;

    Subjects(JdbcMatters store, Orders orders, Payments payments, Shops shops) {
        this.store = store;
        this.orders = orders;
        this.payments = payments;
        this.shops = shops;
    }

    Subject of(String caseNumber) {
        return of(store.find(caseNumber));
    }

    Subject locked(String caseNumber) {
        return of(store.lock(caseNumber));
    }

    private Subject of(Matter matter) {
        Order order = orders.find(matter.shop(), matter.orderId()).orElseThrow(() -> Problem.notFound("order"));
        Shop shop = shops.find(matter.shop()).orElseThrow(() -> Problem.notFound("shop"));
        return new Subject(matter, order, shop, payments.left(shop.id(), order.orderId(), order.captured()));
    }
}
