package dev.afterflow.cases;

import dev.afterflow.orders.Order;
import dev.afterflow.orders.OrderRecorded;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Audit;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An order has come: requests that waited for it are looked at next, cases that were opened without it know it now. */
@Component
class OrderArrival {

    private final JdbcRequests requests;
    private final JdbcCases cases;
    private final Orders orders;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    OrderArrival(JdbcRequests requests, JdbcCases cases, Orders orders, Timeline timeline, Audit audit, Clock clock) {
        this.requests = requests;
        this.cases = cases;
        this.orders = orders;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void recorded(OrderRecorded event) {
        requests.orderArrived(event.shop(), event.orderId(), clock.instant());
        cases.orderArrived(event.shop(), event.orderId()).forEach(number -> known(number, event));
    }

    private void known(String number, OrderRecorded event) {
        orders.find(event.shop(), event.orderId()).map(Order::buyer).ifPresent(buyer -> cases.buyer(number, buyer.id()));
        timeline.add(number, "ORDER", "订单已到", "The order has arrived", Map.of("orderId", event.orderId()));
        audit.record(event.shop(), "ORDER_ARRIVED", "case", number, Map.of("orderId", event.orderId()));
    }
}
