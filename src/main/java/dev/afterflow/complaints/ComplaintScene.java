package dev.afterflow.complaints;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the other rooms know about a case whose parcel went wrong, as it is now. */
@Component
class ComplaintScene {

    /** Where nobody promised a day of delivery, one is counted from shipping. [P] */
    private static final Duration USUAL_WAY = Duration.ofDays(5);

    private final Cases cases;
    private final Orders orders;
    private final Shops shops;
    private final Clock clock;

    ComplaintScene(Cases cases, Orders orders, Shops shops, Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.shops = shops;
        this.clock = clock;
    }

    /** All of it at once. */
    record Now(Case asked, Order order, Shop shop, Instant at) {

        /** The parcel in question: of those that hold what is asked about, the one nobody signed comes first. */
        Optional<Order.Shipment> parcel() {
            Set<String> lines = asked.lines().stream().map(Case.Line::lineId).collect(Collectors.toSet());
            List<Order.Shipment> sent = order.shipments().stream().filter(each -> each.waybill() != null)
                    .filter(each -> lines.isEmpty() || each.lines().isEmpty() || each.lines().stream().anyMatch(packed -> lines.contains(packed.lineId()))).toList();
            return sent.stream().min(Comparator.comparing((Order.Shipment each) -> each.deliveredAt() != null)
                    .thenComparing(Order.Shipment::shippedAt, Comparator.nullsLast(Comparator.reverseOrder())));
        }

        Optional<Order.Shipment> parcel(String waybill) {
            return order.shipments().stream().filter(each -> waybill != null && waybill.equals(each.waybill())).findFirst();
        }

        /** Whole days since the parcel was promised, none before. */
        long daysLate(String waybill) {
            Order.Shipment parcel = parcel(waybill).orElse(null);
            Instant promised = parcel != null && parcel.promisedAt() != null ? parcel.promisedAt() : order.promisedDeliveryAt();
            if (promised == null) {
                promised = (parcel == null || parcel.shippedAt() == null ? order.createdAt() : parcel.shippedAt()).plus(USUAL_WAY);
            }
            Instant until = parcel != null && parcel.deliveredAt() != null ? parcel.deliveredAt() : at;
            return Math.max(0, Duration.between(promised, until).toDays());
        }

        String language() {
            Order.Buyer buyer = order.buyer();
            return buyer == null || buyer.language() == null ? shop.language() : buyer.language();
        }

        boolean chinese() {
            return language().startsWith("zh");
        }
    }

    /** 404 if the case or its order is not there for this asker. */
    Now of(String caseNumber) {
        Case asked = cases.find(caseNumber);
        Order order = orders.find(asked.shop(), asked.orderId()).orElseThrow(() -> Problem.notFound("order"));
        return new Now(asked, order, shops.find(asked.shop()).orElseThrow(() -> Problem.notFound("shop")), clock.instant());
    }
}
