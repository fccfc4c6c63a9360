package dev.afterflow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;

/** A small shop of a story's own: its orders and its buyers' requests come in by the letterbox. */
final class Stall {

    static final long PRICE = 9_900;

    final String shop;
    private final Intake intake;
    private final JsonMapper json;

    Stall(Journey story, String shop, String prefix, String name) {
        this.shop = shop;
        this.intake = story.intake;
        this.json = story.json;
        if (story.shops.find(shop).isEmpty()) {
            story.shops.open(new Shop(shop, prefix, name, name, "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        }
    }

    /** An order of one line at 99 yuan, sent three days ago and not arrived. */
    void sells(String order, String buyer) {
        sells(order, buyer, PRICE);
    }

    void sells(String order, String buyer, long price) {
        sells(order, buyer, price, "sandbox");
    }

    /** Paid through this provider, under the name PAY- with the order's. */
    void sells(String order, String buyer, long price, String provider) {
        String line = "{\"lineId\":\"1\",\"quantity\":1";
        tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"SHIPPED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s",
                 "freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"b-%1$s","name":"%3$s","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[%4$s,"productId":"P-1","sku":"S-1","title":"羊毛毯 150×200cm",
                   "paid":{"minor":%5$d,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"%6$s","method":"wallet","paid":{"minor":%5$d,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%1$s","shippedAt":"%2$s","lines":[%4$s}]}]}
                """.formatted(order, from(Duration.ofDays(-3)), buyer, line, price, provider));
    }

    /** The buyer of an order asks for the money back; the marketplace waits so long for an answer. */
    void asks(String order, Duration patience) {
        tell("requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"REFUND_ONLY","askedRemedy":"REFUND","reasonCode":"NOT_RECEIVED",
                 "reasonText":"物流停在中转站三天了，%1$s 请退款","goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%2$s",
                 "platformDeadline":"%3$s","status":"OPEN"}
                """.formatted(order, from(Duration.ZERO), from(patience)));
    }

    void tell(String kind, String row) {
        assertThat(intake.deliver(shop, "journey", kind, json.readTree(row)).rejected()).as(row).isZero();
    }

    static String from(Duration now) {
        return Instant.now().plus(now).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
