package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.security.Visitor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The counter of a shop whose goods travel: delivered orders, parcels back, people at the warehouse's door. */
final class GoodsCounter {

    private static final AtomicLong VERSION = new AtomicLong(1);

    private final Counter counter;

    GoodsCounter(Counter counter) {
        this.counter = counter;
    }

    /** A product nobody excluded from returning. */
    void lists(String product, String kind) {
        counter.tell("products", """
                {"productId":"%s","title":"毛毯","category":"家纺","class":"%s","noReasonExcluded":false,"serials":[]}""".formatted(product, kind));
    }

    /** Two pieces at this price each, delivered yesterday. */
    void delivered(String order, String product, long each) {
        counter.tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"buyer-%1$s","name":"张三","phone":"13800001234","language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"%3$s","sku":"%3$s-A","title":"毛毯","quantity":2,"paid":{"minor":%4$d,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"%1$s-1","provider":"sandbox","method":"wallet","paid":{"minor":%4$d,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"OUT%1$s","shippedAt":"%5$s","deliveredAt":"%6$s",
                   "lines":[{"lineId":"1","quantity":2}]}]}
                """.formatted(order, Counter.days(4), product, each * 2, Counter.days(3), Counter.days(1)));
    }

    void stock(String product, int available) {
        counter.tell("stock", "{\"sku\":\"%s-A\",\"available\":%d,\"at\":\"%s\"}".formatted(product, available, Instant.now().minusSeconds(3_600)));
    }

    /** The buyer asks, changes, withdraws or insists; every word is newer than the one before. Answers the case number. */
    String asks(String order, String kind, String reason, int pieces, String status) {
        return asks(order, kind, reason, pieces, status, "");
    }

    String asks(String order, String kind, String reason, int pieces, String status, String platform) {
        counter.tell("requests", """
                {"requestId":"Q-%s","version":"%d","orderId":"%s","kind":"%s","askedRemedy":"","reasonCode":"%s","reasonText":"请处理",
                 "goodsReceived":true,"lines":[{"lineId":"1","quantity":%d}],"askedAmount":null,"createdAt":"%s","platformDeadline":null,
                 "status":"%s"%s}""".formatted(order, VERSION.incrementAndGet(), order, kind, reason, pieces, Counter.days(0), status, platform));
        return counter.row("select number from cases.case_file where shop_id = :shop and order_id = :key order by opened_at desc limit 1", order);
    }

    /** The marketplace says something about the request. */
    void platform(String order, String kind, String reason, int pieces, String word) {
        asks(order, kind, reason, pieces, "OPEN", ",\"platform\":{" + word + "}");
    }

    /** The buyer ships the goods, freight 12.00 advanced; the warehouse's system takes the parcel in. */
    void sendsBack(String order, int pieces) {
        underWay(order);
        counter.tell("receipts", """
                {"receiptId":"K-%s","waybill":"BACK%s","receivedAt":"%s","weightGrams":900,"lines":[{"lineId":"1","quantity":%d,"grade":"A"}]}
                """.formatted(order, order, Counter.days(0), pieces));
    }

    void underWay(String order) {
        counter.tell("parcels", """
                {"parcelId":"P-%1$s","version":"1","orderId":"%1$s","carrier":"sf","waybill":"BACK%1$s","sentAt":"%2$s",
                 "freight":{"minor":1200,"currency":"CNY"}}""".formatted(order, Counter.days(0)));
    }

    void counted(String number, int pieces, String grade) {
        Map<String, Object> row = new HashMap<>(Map.of("counted", pieces));
        if (grade != null) {
            row.put("grade", grade);
        }
        done("he", number, "receiveParcel", Map.of("lines", List.of(row), "evidence", List.of(counter.attaches("he", number))));
    }

    void inspected(String number, String... findings) {
        done("he", number, "inspectGoods", Map.of("findings", List.of(findings), "evidence", List.of(counter.attaches("he", number))));
    }

    void picked(String number, String waybill, int pieces, String product) {
        done("he", number, "pickGoods", Map.of("picked", "shipped", "carrier", "sf", "waybill", waybill,
                "lines", List.of(Map.of("counted", pieces, "scannedSku", product + "-A"))));
    }

    void done(String login, String number, String task, Map<String, Object> data) {
        counter.until(task + " opens", () -> counter.has(login, number, task));
        Visitor.Answer answer = counter.completes(login, number, task, data);
        assertThat(answer.status()).as(task + " " + answer.body()).isEqualTo(200);
    }
}
