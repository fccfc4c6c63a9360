package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Receipt;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A shop of a test's own, told about orders and requests as a marketplace tells them. */
class ShopFloor {

    private static final AtomicInteger COUNT = new AtomicInteger(new Random().nextInt(10_000));
    private static final JsonMapper JSON = JsonMapper.shared();

    final String id;
    final String prefix;
    private final Intake intake;

    private ShopFloor(String id, String prefix, Intake intake) {
        this.id = id;
        this.prefix = prefix;
        this.intake = intake;
    }

    static ShopFloor open(Shops shops, Intake intake) {
        return open(shops, intake, "Asia/Shanghai");
    }

    static ShopFloor open(Shops shops, Intake intake, String zone) {
        int n = COUNT.incrementAndGet();
        String prefix = "" + (char) ('A' + n / 17576 % 26) + (char) ('A' + n / 676 % 26) + (char) ('A' + n / 26 % 26) + (char) ('A' + n % 26);
        Shop shop = new Shop("cases-" + n, prefix, "工单测试店" + n, "Cases", "taobao", zone, "CNY", "CN", "zh-CN");
        shops.open(shop);
        return new ShopFloor(shop.id(), prefix, intake);
    }

    /** Two lines, 129.50 and 50.00, shipped, not delivered. */
    void order(String orderId, String buyerId) {
        taken(tell("orders", """
                {"orderId":"%s","version":"2026-11-20T10:00:00Z","state":"SHIPPED","currency":"CNY","createdAt":"2026-11-19T02:00:00Z",
                 "paidAt":"2026-11-19T02:01:00Z","freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"%s","name":"张三丰","phone":"13800001234","language":"zh-CN",
                          "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文三路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"台灯","quantity":1,"paid":{"minor":12950,"currency":"CNY"}},
                          {"lineId":"2","productId":"P-2","sku":"S-2","title":"灯泡","quantity":2,"paid":{"minor":5000,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%s","provider":"sandbox","method":"card","paid":{"minor":17950,"currency":"CNY"},"paidAt":"2026-11-19T02:01:00Z"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%s","shippedAt":"2026-11-19T08:00:00Z",
                               "lines":[{"lineId":"1","quantity":1},{"lineId":"2","quantity":2}]}]}""".formatted(orderId, buyerId, orderId, orderId)));
    }

    Receipt request(String requestId, String version, String orderId, String kind, String status) {
        return request(requestId, version, orderId, kind, status, "[{\"lineId\":\"1\",\"quantity\":1}]", 12950);
    }

    Receipt request(String requestId, String version, String orderId, String kind, String status, String lines, long minor) {
        return tell("requests", """
                {"requestId":"%s","version":"%s","orderId":"%s","kind":"%s","askedRemedy":"REFUND","reasonCode":"QUALITY",
                 "reasonText":"灯不亮，${''.getClass()}","goodsReceived":true,"lines":%s,"askedAmount":{"minor":%d,"currency":"CNY"},
                 "createdAt":"2026-11-20T12:00:00Z","platformDeadline":"2026-12-20T12:00:00Z","status":"%s"}"""
                .formatted(requestId, version, orderId, kind, lines, minor, status));
    }

    Receipt message(String messageId, String about, String from, String text) {
        return tell("messages", """
                {"messageId":"%s",%s,"from":"%s","text":"%s","sentAt":"2026-11-21T01:00:00Z"}""".formatted(messageId, about, from, text));
    }

    Receipt dispute(String disputeId, String orderId, String status) {
        return tell("disputes", """
                {"disputeId":"%s","orderId":"%s","kind":"CHARGEBACK","reasonCode":"4853","reasonText":"未收到货",
                 "amount":{"minor":17950,"currency":"CNY"},"deadline":"2026-12-01T00:00:00Z","createdAt":"2026-11-21T00:00:00Z","status":"%s"}"""
                .formatted(disputeId, orderId, status));
    }

    Receipt tell(String kind, String json) {
        return intake.deliver(id, "test", kind, JSON.readTree(json));
    }

    static void taken(Receipt receipt) {
        assertThat(receipt.accepted()).as("%s", receipt.rows()).isEqualTo(1);
    }
}
