package dev.afterflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.database.Fence;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of a test's own with cases in it, made through the product's doors, and the managers who look at it. */
abstract class Floor {

    private static final AtomicInteger COUNT = new AtomicInteger(new Random().nextInt(8_000));
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Intake intake;
    @Autowired
    Reader reader;
    @Autowired
    Place place;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate transaction;
    private final Map<String, Visitor> people = new HashMap<>();

    String open(String zone, String currency) {
        int n = COUNT.incrementAndGet();
        String prefix = "W" + (char) ('A' + n / 676 % 26) + (char) ('A' + n / 26 % 26) + (char) ('A' + n % 26);
        shops.open(new Shop("cockpit-" + n, prefix, "驾驶舱测试店" + n, "Cockpit" + n, "taobao", zone, currency, "CN", "zh-CN"));
        return "cockpit-" + n;
    }

    Visitor as(String login) {
        return people.computeIfAbsent(login, name -> Visitor.as(name, port));
    }

    /** A question that lin has to answer; its number. */
    String question(String shop) {
        return as("lin").send("POST", "/api/cases", "{\"shop\":\"" + shop + "\",\"kind\":\"QUESTION\",\"reasonText\":\"保修多久？\"}",
                "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();
    }

    /** A refund of an order of 99.00 that was sent and did not arrive, asked for by the marketplace; the case's number. */
    String refund(String shop, String order) {
        String then = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS).toString();
        tell(shop, "orders", """
                {"orderId":"%1$s","version":"%2$s","state":"SHIPPED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s",
                 "freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"b-%1$s","name":"南宫问天","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","quantity":1,"productId":"P-1","sku":"S-1","title":"羊毛毯",
                   "paid":{"minor":9900,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s","provider":"sandbox","method":"wallet","paid":{"minor":9900,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%1$s","shippedAt":"%2$s","lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, then));
        tell(shop, "requests", """
                {"requestId":"Q-%1$s","version":"1","orderId":"%1$s","kind":"REFUND_ONLY","askedRemedy":"REFUND","reasonCode":"NOT_RECEIVED",
                 "reasonText":"物流停了三天","goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%2$s","platformDeadline":"%3$s","status":"OPEN"}
                """.formatted(order, Instant.now().truncatedTo(ChronoUnit.SECONDS), Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS)));
        await("case of " + order).atMost(Duration.ofSeconds(30)).until(() -> !casesOf(order).isEmpty());
        return casesOf(order).path(0).path("number").asString();
    }

    private JsonNode casesOf(String order) {
        return as("lin").get("/api/cases?q=" + order).json().path("items");
    }

    void tell(String shop, String kind, String row) {
        assertThat(intake.deliver(shop, "cockpit", kind, JSON.readTree(row)).rejected()).as(row).isZero();
    }

    /** Lin takes the case's task of this name and submits it. */
    void completes(String number, String task, String data) {
        await(task + " of " + number).atMost(Duration.ofSeconds(30)).until(() -> !task(number, task).isMissingNode());
        JsonNode found = task(number, task);
        String path = "/api/tasks/" + found.path("taskId").asString();
        long revision = as("lin").post(path + "/claim", "{\"revision\":" + found.path("revision").asLong() + "}").json().path("revision").asLong();
        Visitor.Answer done = as("lin").post(path + "/complete", "{\"revision\":" + revision + ",\"data\":" + data + "}");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private JsonNode task(String number, String task) {
        for (JsonNode item : as("lin").get("/api/tasks?case=" + number).json().path("items")) {
            if (item.path("task").asString().equals(task)) {
                return item;
            }
        }
        return JSON.missingNode();
    }

    void agrees(String number) {
        completes(number, "reviewRequest", "{\"decision\":\"agree\",\"amount\":\"99.00\",\"note\":\"物流停滞\"}");
    }

    void answers(String number) {
        completes(number, "workCase", "{\"outcome\":\"SOLVED\",\"note\":\"已告知\"}");
    }

    void closed(String number) {
        await(number + " closed").atMost(Duration.ofSeconds(40)).until(() ->
                as("lin").get("/api/cases/" + number).json().at("/case/state").asString().equals("CLOSED"));
    }

    /** Everything that is committed now is counted when this returns; the reader itself waits a second before it trusts a row. */
    void counted() {
        Instant now = sql.sql("select clock_timestamp()").query((row, n) -> row.getTimestamp(1).toInstant()).single();
        await("counted").atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200)).until(() -> {
            reader.read();
            Place.Standing standing = place.standing();
            return standing.readTo() != null && standing.readTo().isAfter(now) && standing.countedAt() != null && standing.countedAt().isAfter(standing.readTo());
        });
    }

    /** Behind the fence of one shop. */
    <T> T within(String shop, Supplier<T> question) {
        return Fence.within(List.of(shop), () -> transaction.execute(status -> question.get()));
    }

    /** As the product itself, behind no fence. */
    <T> T seen(Supplier<T> question) {
        return transaction.execute(status -> question.get());
    }

    JsonNode looks(String login, String path) {
        Visitor.Answer answer = as(login).get("/api/cockpit" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
