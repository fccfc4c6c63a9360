package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own whose buyers ask and whose people answer, through the product's own doors. */
final class Counter {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    final String shop;
    private final Intake intake;
    private final JsonMapper json;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Map<String, Visitor> people = new HashMap<>();
    private final int port;

    Counter(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, int port) {
        int number = NEXT.incrementAndGet();
        this.shop = "returns-room-" + number;
        this.intake = intake;
        this.json = json;
        this.sql = sql;
        this.transaction = transaction;
        this.port = port;
        shops.open(new Shop(shop, "RTN" + (char) ('A' + number), "退货房间", "Returns", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
    }

    /** Tells an order of one line at this price in fen; shipped three days ago, or paid and not shipped. */
    void sells(String order, long price, boolean shipped, String... payments) {
        sells(order, price, shipped, List.of(payments.length == 0 ? new String[] {"1"} : payments), "");
    }

    void sells(String order, long price, boolean shipped, List<String> payments, String deliveredAt) {
        long each = price / payments.size();
        String paid = payments.stream().map(payment -> """
                {"paymentId":"%s-%s","provider":"sandbox","method":"alipay","paid":{"minor":%d,"currency":"CNY"},"paidAt":"%s"}
                """.formatted(order, payment, each, days(4))).reduce((one, other) -> one + "," + other).orElseThrow();
        String shipments = !shipped ? "" : """
                {"shipmentId":"1","carrier":"sf","waybill":"SF%s","shippedAt":"%s","promisedAt":null,"deliveredAt":%s,
                 "lines":[{"lineId":"1","quantity":1}]}""".formatted(order.replaceAll("[^A-Z0-9]", ""), days(3),
                deliveredAt.isEmpty() ? "null" : "\"" + deliveredAt + "\"");
        tell("orders", """
                {"orderId":"%s","version":"%s","state":"%s","currency":"CNY","createdAt":"%s","paidAt":"%s","promisedShipAt":null,
                 "promisedDeliveryAt":null,"freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"buyer-%s","name":"张三","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"毛毯","quantity":1,
                   "paid":{"minor":%d,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"},"promisedShipAt":null}],
                 "payments":[%s],"shipments":[%s]}
                """.formatted(order, days(4), shipped ? (deliveredAt.isEmpty() ? "SHIPPED" : "DELIVERED") : "PAID", days(4), days(4),
                order, price, paid, shipments));
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

    boolean has(String login, String caseNumber, String task) {
        return as(login).get("/api/tasks?case=" + caseNumber).body().contains("\"" + task + "\"");
    }

    void tell(String kind, String row) {
        assertThat(intake.deliver(shop, "test", kind, json.readTree(row)).rejected()).as(row).isZero();
    }

    Visitor as(String login) {
        return people.computeIfAbsent(login, name -> Visitor.as(name, port));
    }

    /** The open task of a case as this person sees it. */
    JsonNode task(String login, String caseNumber, String task) {
        JsonNode items = as(login).get("/api/tasks?case=" + caseNumber).json().path("items");
        for (JsonNode item : items) {
            if (item.path("task").asString().equals(task)) {
                return item;
            }
        }
        throw new AssertionError("No task " + task + " in " + items);
    }

    JsonNode opened(String login, String caseNumber, String task) {
        return as(login).get("/api/tasks/" + task(login, caseNumber, task).path("taskId").asString()).json();
    }

    Visitor.Answer completes(String login, String caseNumber, String task, Map<String, Object> data) {
        return ready(login, caseNumber, task).apply(data);
    }

    /** The open task as this person has it on the screen now; what is filled in is claimed and handed in later. */
    Function<Map<String, Object>, Visitor.Answer> ready(String login, String caseNumber, String task) {
        JsonNode item = task(login, caseNumber, task);
        String path = "/api/tasks/" + item.path("taskId").asString();
        return data -> {
            Visitor.Answer claimed = as(login).post(path + "/claim", "{\"revision\":" + item.path("revision").asLong() + "}");
            long revision = claimed.status() == 200 ? claimed.json().path("revision").asLong() : item.path("revision").asLong();
            return as(login).post(path + "/complete", json.writeValueAsString(Map.of("revision", revision, "data", data)));
        };
    }

    /** Attaches a picture and answers its id. */
    String attaches(String login, String caseNumber) {
        Visitor.Answer answer = as(login).upload("/api/cases/" + caseNumber + "/evidence",
                List.of(new Visitor.Part("file", "proof.png", "image/png", Base64.getDecoder().decode(PICTURE))));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.json().get(0).path("id").asString();
    }

    void until(String what, Callable<Boolean> holds) {
        await(what).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200)).until(holds);
    }

    void untilClosed(String caseNumber, String outcome) {
        until("case closed", () -> "CLOSED".equals(stateOf(caseNumber)));
        assertThat(row("select outcome from cases.case_file where shop_id = :shop and number = :key", caseNumber)).isEqualTo(outcome);
    }

    String stateOf(String caseNumber) {
        return row("select state from cases.case_file where shop_id = :shop and number = :key", caseNumber);
    }

    /** Money that really left, in fen, payment by payment. */
    List<Long> moneyLog(String order) {
        return transaction.execute(status -> sql.sql("""
                select amount from sandbox.money_log where payment_no like :order || '-%' order by payment_no
                """).param("order", order).query(Long.class).list());
    }

    /** Subjects of what the buyer read in the marketplace's chat. */
    List<String> messages(String order) {
        return transaction.execute(status -> sql.sql("select subject from sandbox.buyer_message where order_no = :order order by at")
                .param("order", order).query(String.class).list());
    }

    String row(String query, String key) {
        return transaction.execute(status -> sql.sql(query).param("shop", shop).param("key", key).query(String.class)
                .optional().orElse(null));
    }

    static String days(int ago) {
        return Instant.now().minus(Duration.ofDays(ago)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
