package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.ShopFloor;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own whose buyers ask and whose people answer, through the product's own doors. */
final class Counter extends ShopFloor {

    private static final AtomicInteger NEXT = new AtomicInteger();

    Counter(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, int port) {
        super(shop(NEXT.incrementAndGet()), shops, intake, json, sql, transaction, port);
    }

    private static Shop shop(int number) {
        return new Shop("returns-room-" + number, "RTN" + (char) ('A' + number), "退货房间", "Returns", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN");
    }

    /** Tells an order of one line at this price in fen; shipped three days ago, or paid and not shipped. */
    void sells(String order, long price, boolean shipped, String... payments) {
        sells(order, price, shipped, List.of(payments.length == 0 ? new String[] {"1"} : payments), "");
    }

    /** The payment {@code cod} is the courier's to take. */
    void sells(String order, long price, boolean shipped, List<String> payments, String deliveredAt) {
        boolean door = payments.contains("cod");
        long each = price / payments.size();
        String paid = payments.stream().map(payment -> """
                {"paymentId":"%s-%s","provider":"%s","method":"alipay","paid":{"minor":%d,"currency":"CNY"},"paidAt":%s}
                """.formatted(order, payment, door ? "cod" : "sandbox", each, door ? "null" : "\"" + days(4) + "\"")).reduce((one, other) -> one + "," + other).orElseThrow();
        String shipments = !shipped ? "" : """
                {"shipmentId":"1","carrier":"sf","waybill":"SF%s","shippedAt":"%s","promisedAt":null,"deliveredAt":%s,
                 "lines":[{"lineId":"1","quantity":1}]}""".formatted(order.replaceAll("[^A-Z0-9]", ""), days(3),
                deliveredAt.isEmpty() ? "null" : "\"" + deliveredAt + "\"");
        tell("orders", """
                {"orderId":"%s","version":"%s","state":"%s","currency":"CNY","createdAt":"%s","paidAt":%s,"promisedShipAt":null,
                 "promisedDeliveryAt":null,"freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"buyer-%s","name":"张三","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"毛毯","quantity":1,
                   "paid":{"minor":%d,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"},"promisedShipAt":null}],
                 "payments":[%s],"shipments":[%s]}
                """.formatted(order, days(4), shipped ? (deliveredAt.isEmpty() ? "SHIPPED" : "DELIVERED") : door ? "CREATED" : "PAID", days(4),
                door ? "null" : "\"" + days(4) + "\"", order, price, paid, shipments));
    }

    /** A buyer asks for their money; answers the case number. */
    String asks(String order, String reason, String version, String status) {
        tell("requests", """
                {"requestId":"Q-%s","version":"%s","orderId":"%s","kind":"REFUND_ONLY","askedRemedy":"refund","reasonCode":"%s",
                 "reasonText":"一直没有收到，请退款","goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%s",
                 "platformDeadline":null,"status":"%s"}
                """.formatted(order, version, order, reason, days(0), status));
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key order by opened_at desc limit 1", order);
    }

    /** The buyer says something in the marketplace's chat. */
    void writes(String caseNumber, String text) {
        tell("messages", """
                {"messageId":"M-%s","caseNumber":"%s","from":"BUYER","text":"%s","sentAt":"%s"}
                """.formatted(caseNumber, caseNumber, text, days(0)));
    }

    /** What the played provider does with the next refunds of a payment. */
    void plans(String payment, String... faults) {
        Visitor.Answer answer = as("lin").post("/sandbox/pay/faults", json.writeValueAsString(Map.of("plans", Map.of(payment, List.of(faults)))));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    long openEvents(String caseNumber) {
        return transaction.execute(status -> sql.sql("""
                select count(*) from dispatch.event_publication where serialized_event like '%' || :number || '%'
                  and listener_id like '%ReturnProcess%'
                """).param("number", caseNumber).query(Long.class).single());
    }
}
