package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import dev.afterflow.cases.Evidence;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.orders.ParcelScanned;
import dev.afterflow.orders.Product;
import dev.afterflow.remedies.Liability.Freight;
import dev.afterflow.remedies.Liability.Party;
import dev.afterflow.remedies.Liability.Payer;
import dev.afterflow.security.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A request made up for one question: two blankets at 100.00 each, sent free of charge, delivered two days ago. */
final class Scene {

    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    Case.Kind kind = Case.Kind.RETURN_REFUND;
    String words = "";
    String currency = "CNY";
    List<Case.Line> lines = List.of();
    long left = 20_000;
    long outboundFreight;
    Instant deliveredAt = NOW.minus(Duration.ofDays(2));
    Instant promisedShipAt;
    Instant promisedDeliveryAt;
    Integer warrantyDays;
    String supplier = "木源工坊";
    boolean durable;
    boolean pictured;
    Terms terms = Terms.DEFAULTS;
    Map<String, Integer> stock = Map.of();
    final List<Orders.Packing> packed = new ArrayList<>();
    final List<Orders.Scan> scans = new ArrayList<>();

    Scene packs(Map<String, Integer> pieces) {
        packed.add(new Orders.Packing("SF1", 1_200, 1, pieces));
        return this;
    }

    Scene scans(ParcelScanned.Code code, String said) {
        scans.add(new Orders.Scan("SF1", code, NOW.minus(Duration.ofDays(2)), "杭州", said));
        return this;
    }

    Circumstances known() {
        Case asked = new Case("T-1", "shop", kind, Case.State.OPEN, "O-1", true, "buyer", null, null, words, null, lines, deliveredAt != null,
                "NEW", List.of(), 50, "returns-desk", "return-exchange", null, NOW, null, null, null);
        Order.Item item = new Order.Item("1", "P-1", "S-1", "毛毯", 2, money(20_000), money(0), null, null);
        Order.Shipment parcel = new Order.Shipment("1", "sf", "SF1", NOW.minus(Duration.ofDays(4)), null, deliveredAt,
                List.of(new Order.Packed("1", 2)));
        Order order = new Order("shop", "O-1", "1", deliveredAt == null ? Order.State.SHIPPED : Order.State.DELIVERED, currency,
                NOW.minus(Duration.ofDays(6)), NOW.minus(Duration.ofDays(6)), promisedShipAt, promisedDeliveryAt, true,
                money(outboundFreight), null, List.of(item),
                List.of(new Order.Payment("PAY", "sandbox", "card", money(20_000 + outboundFreight), NOW)), List.of(parcel), null);
        Product product = new Product("shop", "P-1", "毛毯", "家纺", Product.Kind.STANDARD, false, null, null, warrantyDays,
                warrantyDays == null ? null : Product.WarrantyFrom.DELIVERY, List.of(), supplier, durable, null);
        Evidence.Item file = new Evidence.Item(UUID.randomUUID(), "T-1", "p.jpg", "image/jpeg", 10, "00", 1, 1, true, false, "lin", NOW, null);
        return new Circumstances(asked, order, money(left), List.of(product), packed, scans, pictured ? List.of(file) : List.of(), stock, terms,
                new Shop("shop", "SH", "店", "店", "taobao", "Asia/Shanghai", currency, currency.equals("CNY") ? "CN" : "US", "zh-CN"), NOW);
    }

    Liability settled(String reasonType, Party party, Payer wayBack) {
        return new Liability("T-1", "shop", "O-1", Liability.State.SETTLED, reasonType, party, "依据", "basis",
                new Freight(Payer.SELLER, wayBack, wayBack), "rule", null, null, NOW);
    }

    Money money(long minor) {
        return new Money(minor, currency);
    }
}
