package dev.afterflow.faults;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Parcels whose buyers ask where they are, so that the house follows them. */
final class Tracked {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<String> waybills = new ArrayList<>();

    /** So many parcels of two carriers; returns once the tracking service pushes their scans to the house. */
    Tracked(long seed, int many, Node node, Buyers door, Books world) {
        Visitor lin = Visitor.as("lin", node.port());
        for (int n = 0; n < many; n++) {
            String carrier = n % 2 == 0 ? "yto" : "sto";
            String order = "T" + seed + "-" + n;
            String waybill = (n % 2 == 0 ? "YT" : "ST") + "9" + seed + n;
            Patience.until(order, PATIENCE, () -> door.tell(node, "orders", order(order, carrier, waybill)));
            Patience.until("a case of " + order, PATIENCE, () -> lin.send("POST", "/api/cases", """
                    {"shop":"%s","kind":"LOGISTICS","orderId":"%s","reasonCode":"NOT_RECEIVED","reasonText":"包裹到哪了","goodsReceived":false}"""
                    .formatted(Buyers.SHOP, order), "Idempotency-Key", order).status() / 100 == 2);
            waybills.add(waybill);
        }
        Patience.until("the parcels are followed", PATIENCE, () -> world.count("""
                select count(*) from sandbox.carrier_parcel where callback is not null and waybill = any (?::text[])""", waybills) == many);
    }

    List<String> waybills() {
        return waybills;
    }

    private static String order(String order, String carrier, String waybill) {
        String at = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS).toString();
        return """
                {"orderId":"%1$s","version":"%2$s","state":"SHIPPED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"张三","phone":"13800001234","language":"zh-CN","address":{"country":"CN",
                 "province":"浙江省","city":"杭州市","district":"西湖区","street":"文三路 18 号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-2003","sku":"P-2003-A","title":"玻璃密封罐","quantity":1,"paid":{"minor":4900,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":4900,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"%3$s","waybill":"%4$s","shippedAt":"%2$s","lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, at, carrier, waybill);
    }
}
