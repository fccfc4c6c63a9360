package dev.afterflow.disputes;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.ParcelScanned;
import dev.afterflow.payments.Payments;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What the other rooms know about a dispute, as it is now. */
@Component
class DisputeScene {

    /** Who signed stands in the carrier's own words; a mere scan is no proof. [B][TB-SIGN] */
    private static final Pattern SIGNED = Pattern.compile("签收人|本人签收|signed (?:for )?by|signature", Pattern.CASE_INSENSITIVE);

    private final Cases cases;
    private final Orders orders;
    private final Shops shops;
    private final Payments payments;

    DisputeScene(Cases cases, Orders orders, Shops shops, Payments payments) {
        this.cases = cases;
        this.orders = orders;
        this.shops = shops;
        this.payments = payments;
    }

    /** All of it at once; the order is null where nobody knows it. */
    record Now(Case asked, Order order, Shop shop, List<Orders.Scan> scans, List<Orders.Packing> packed, List<String> talk, Money givenBack, boolean pressed) {

        boolean signed() {
            return scans.stream().anyMatch(scan -> scan.code() == ParcelScanned.Code.DELIVERED && scan.words() != null && SIGNED.matcher(scan.words()).find());
        }

        /** Was it heavier with us than on the carrier's scale? */
        boolean lostWeight() {
            return packed.stream().filter(parcel -> parcel.weightGrams() != null).anyMatch(parcel -> scans.stream()
                    .filter(scan -> parcel.waybill().equals(scan.waybill())).map(Orders.Scan::grams).flatMap(Optional::stream)
                    .anyMatch(grams -> Orders.clearlyLess(grams, parcel.weightGrams())));
        }

        Optional<Order.Shipment> parcel() {
            return order == null ? Optional.empty() : order.shipments().stream().filter(each -> each.waybill() != null).findFirst();
        }
    }

    /** 404 if the case is not there for this asker. */
    Now of(String caseNumber) {
        Case asked = cases.find(caseNumber);
        Shop shop = shops.find(asked.shop()).orElseThrow(() -> Problem.notFound("shop"));
        Order order = asked.orderId() == null ? null : orders.find(shop.id(), asked.orderId()).orElse(null);
        List<String> waybills = order == null ? List.of() : order.shipments().stream().map(Order.Shipment::waybill).filter(Objects::nonNull).toList();
        List<String> talk = asked.orderId() == null ? cases.buyerWords(caseNumber)
                : cases.about(shop.id(), asked.orderId()).stream().flatMap(each -> cases.buyerWords(each.number()).stream()).toList();
        return new Now(asked, order, shop, orders.scans(shop.id(), waybills), orders.packing(shop.id(), waybills), talk,
                order == null ? null : payments.givenBack(shop.id(), order.orderId(), order.currency()),
                asked.orderId() != null && cases.pressed(shop.id(), asked.orderId()));
    }

    /** A moment as people of the shop read it. */
    String day(String shop, Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of(shops.find(shop).orElseThrow().timeZone())).format(at);
    }
}
