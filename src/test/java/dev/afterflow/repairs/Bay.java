package dev.afterflow.repairs;

import dev.afterflow.ShopFloor;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own that sells, packs and is told what arrived; its people answer through the product's own doors. */
final class Bay extends ShopFloor {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicLong VERSION = new AtomicLong(1);

    Bay(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, int port) {
        super(shop(NEXT.incrementAndGet()), shops, intake, json, sql, transaction, port);
    }

    private static Shop shop(int number) {
        return new Shop("repairs-room-" + number, "RPR" + (char) ('A' + number), "维修房间", "Repairs", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    @Override
    protected JsonNode wanted(String login, String caseNumber, String task) {
        until(task + " opens", () -> has(login, caseNumber, task));
        return task(login, caseNumber, task);
    }

    /** What stands in the form that this person opens. */
    JsonNode form(String login, String caseNumber, String task) {
        return opened(login, caseNumber, task).path("data");
    }

    /** A device of 400 g by a known supplier, with a warranty of a year from delivery. */
    void lists(String product, String... serials) {
        tell("products", """
                {"productId":"%s","title":"电动牙刷","category":"小家电","class":"STANDARD","noReasonExcluded":false,"warrantyDays":365,
                 "warrantyFrom":"DELIVERY","supplier":"北方电器","durable":true,"weightGrams":400,"serials":%s}
                """.formatted(product, json.writeValueAsString(serials)));
    }

    /** Two pieces of a product at this price each, delivered so many days ago. */
    void delivered(String order, String product, long each, int daysAgo) {
        tell("orders", """
                {"orderId":"%1$s","version":"%2$s","state":"DELIVERED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"buyer-%1$s","name":"张三","phone":"13800001234","language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"%3$s","sku":"%3$s-A","title":"电动牙刷","quantity":2,"paid":{"minor":%4$d,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"%1$s-1","provider":"sandbox","method":"wallet","paid":{"minor":%4$d,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"OUT%1$s","shippedAt":"%5$s","deliveredAt":"%6$s",
                   "lines":[{"lineId":"1","quantity":2}]}]}
                """.formatted(order, days(daysAgo + 3), product, each * 2, days(daysAgo + 2), days(daysAgo)));
    }

    /** The warehouse packed so many pieces, and its scale said so many grams. */
    void packed(String order, int pieces, int grams) {
        tell("packing", """
                {"waybill":"OUT%s","version":"1","weightGrams":%d,"packedAt":"%s","packedBy":"he",
                 "pictures":[{"name":"box.jpg","sha256":"%s"}],"lines":[{"lineId":"1","quantity":%d}]}
                """.formatted(order, grams, days(3), "a".repeat(64), pieces));
    }

    /** The carrier's scale said so many grams on the way. */
    void carried(String order, int grams) {
        tell("tracking", """
                {"eventId":"W-%s","waybill":"OUT%s","code":"IN_TRANSIT","at":"%s","text":"已称重 %d 克"}""".formatted(order, order, days(2), grams));
    }

    void stock(String product, int available) {
        tell("stock", "{\"sku\":\"%s-A\",\"available\":%d,\"at\":\"%s\"}".formatted(product, available, Instant.now().minusSeconds(3_600)));
    }

    /** The buyer asks, withdraws or insists; every word is newer than the one before. Answers the case number. */
    String asks(String order, String kind, String words, int pieces, String status) {
        tell("requests", """
                {"requestId":"Q-%s","version":"%d","orderId":"%s","kind":"%s","askedRemedy":"","reasonCode":"","reasonText":"%s",
                 "goodsReceived":true,"lines":[{"lineId":"1","quantity":%d}],"askedAmount":null,"createdAt":"%s","platformDeadline":null,
                 "status":"%s"}""".formatted(order, VERSION.incrementAndGet(), order, kind, words, pieces, days(0), status));
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key order by opened_at desc limit 1", order);
    }

    /** The buyer ships the goods, and the warehouse's system takes the parcel in. */
    void sendsBack(String order, String round, int pieces) {
        tell("parcels", """
                {"parcelId":"P-%1$s%2$s","version":"1","orderId":"%1$s","carrier":"sf","waybill":"BACK%1$s%2$s","sentAt":"%3$s",
                 "freight":{"minor":0,"currency":"CNY"}}""".formatted(order, round, days(0)));
        tell("receipts", """
                {"receiptId":"K-%1$s%2$s","waybill":"BACK%1$s%2$s","receivedAt":"%3$s","weightGrams":900,"lines":[{"lineId":"1","quantity":%4$d,"grade":"C"}]}
                """.formatted(order, round, days(0), pieces));
    }

    void counted(String number, int pieces, boolean others) {
        Map<String, Object> row = new HashMap<>(Map.of("counted", pieces));
        if (pieces > 0) {
            row.put("grade", "C");
        }
        done("he", number, "receiveParcel", Map.of("lines", List.of(row), "otherGoods", others, "evidence", List.of(attaches("he", number))));
    }

    void inspected(String number, String serial, String... findings) {
        Map<String, Object> data = new HashMap<>(Map.of("findings", List.of(findings), "evidence", List.of(attaches("he", number))));
        if (serial != null) {
            data.put("serial", serial);
        }
        done("he", number, "inspectGoods", data);
    }

    void picked(String number, String waybill, int pieces, String product) {
        done("he", number, "pickGoods", Map.of("picked", "shipped", "carrier", "sf", "waybill", waybill, "serial", "SN-" + waybill,
                "lines", List.of(Map.of("counted", pieces, "scannedSku", product + "-A"))));
        tell("tracking", """
                {"eventId":"D-%s","waybill":"%s","code":"DELIVERED","at":"%s"}""".formatted(waybill, waybill, days(0)));
    }
}
