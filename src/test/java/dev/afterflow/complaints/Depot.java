package dev.afterflow.complaints;

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
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop of its own whose parcels go wrong, and whose buyers, carriers and people speak through the product's own doors. */
final class Depot {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger SCANS = new AtomicInteger();
    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    final String shop;
    private final Intake intake;
    private final JsonMapper json;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final Map<String, Visitor> people = new HashMap<>();
    private final int port;

    Depot(Shops shops, Intake intake, JsonMapper json, JdbcClient sql, TransactionTemplate transaction, RuntimeService runtime, ManagementService jobs, int port) {
        int number = NEXT.incrementAndGet();
        this.shop = "complaints-room-" + number;
        this.intake = intake;
        this.json = json;
        this.sql = sql;
        this.transaction = transaction;
        this.runtime = runtime;
        this.jobs = jobs;
        this.port = port;
        shops.open(new Shop(shop, "CMP" + (char) ('A' + number), "物流房间", "Complaints", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
    }

    /** Tells an order of one line at this price in fen that left so many days ago; answers its waybill. */
    String sent(String order, long price, int daysAgo) {
        String waybill = "SF" + order.replaceAll("[^A-Z0-9]", "") + "X";
        tell("orders", """
                {"orderId":"%s","version":"%s","state":"SHIPPED","currency":"CNY","createdAt":"%s","paidAt":"%s","promisedShipAt":null,
                 "promisedDeliveryAt":null,"freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"buyer-%s","name":"张三","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-%s","title":"毛毯","quantity":1,
                   "paid":{"minor":%d,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"},"promisedShipAt":null}],
                 "payments":[{"paymentId":"%s-1","provider":"sandbox","method":"alipay","paid":{"minor":%d,"currency":"CNY"},"paidAt":"%s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"%s","shippedAt":"%s","promisedAt":null,"deliveredAt":null,
                   "lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, days(daysAgo + 1), days(daysAgo + 1), days(daysAgo + 1), order, order, price, order, price, days(daysAgo + 1), waybill, days(daysAgo)));
        return waybill;
    }

    /** A carrier's scan, so many hours ago. */
    void scan(String waybill, String code, int hoursAgo, String place, String words) {
        tell("tracking", """
                {"eventId":"S-%d","carrier":"sf","waybill":"%s","code":"%s","at":"%s","place":"%s","text":"%s"}
                """.formatted(SCANS.incrementAndGet(), waybill, code, Instant.now().minus(Duration.ofHours(hoursAgo)).truncatedTo(ChronoUnit.SECONDS), place, words));
    }

    /** A buyer complains about the parcel; answers the case number. */
    String complains(String order, String words, String askedRemedy) {
        return complains(order, words, askedRemedy, "1", "OPEN");
    }

    String complains(String order, String words, String askedRemedy, String version, String status) {
        tell("requests", """
                {"requestId":"Q-%s","version":"%s","orderId":"%s","kind":"LOGISTICS","askedRemedy":%s,"reasonCode":null,
                 "reasonText":"%s","goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%s","platformDeadline":null,"status":"%s"}
                """.formatted(order, version, order, askedRemedy == null ? "null" : "\"" + askedRemedy + "\"", words, days(0), status));
        return caseOf(order);
    }

    String caseOf(String order) {
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key order by opened_at desc limit 1", order);
    }

    void writes(String caseNumber, String text) {
        tell("messages", """
                {"messageId":"M-%s-%d","caseNumber":"%s","from":"BUYER","text":"%s","sentAt":"%s"}
                """.formatted(caseNumber, SCANS.incrementAndGet(), caseNumber, text, Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS)));
    }

    void tell(String kind, String row) {
        assertThat(intake.deliver(shop, "test", kind, json.readTree(row)).rejected()).as(row).isZero();
    }

    Visitor as(String login) {
        return people.computeIfAbsent(login, name -> Visitor.as(name, port));
    }

    boolean has(String login, String caseNumber, String task) {
        return as(login).get("/api/tasks?case=" + caseNumber).body().contains("\"" + task + "\"");
    }

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
        JsonNode item = task(login, caseNumber, task);
        String path = "/api/tasks/" + item.path("taskId").asString();
        Visitor.Answer claimed = as(login).post(path + "/claim", "{\"revision\":" + item.path("revision").asLong() + "}");
        long revision = claimed.status() == 200 ? claimed.json().path("revision").asLong() : item.path("revision").asLong();
        return as(login).post(path + "/complete", json.writeValueAsString(Map.of("revision", revision, "data", data)));
    }

    void done(String login, String caseNumber, String task, Map<String, Object> data) {
        Visitor.Answer answer = completes(login, caseNumber, task, data);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    void addressAgrees(String caseNumber, String said) {
        done("lin", caseNumber, "checkAddress", Map.of("said", said, "verdict", "SAME"));
    }

    String attaches(String login, String caseNumber) {
        Visitor.Answer answer = as(login).upload("/api/cases/" + caseNumber + "/evidence",
                List.of(new Visitor.Part("file", "proof.png", "image/png", Base64.getDecoder().decode(PICTURE))));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.json().get(0).path("id").asString();
    }

    /** Time passes for whoever waits at this step. */
    void timePasses(String caseNumber, String step) {
        List<Job> due = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).timers().activityId(step).list().stream()).toList();
        assertThat(due).as(step).hasSize(1);
        jobs.executeJob(due.get(0).getId());
    }

    void until(String what, Callable<Boolean> holds) {
        await(what).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200)).until(holds);
    }

    void untilClosed(String caseNumber, String outcome) {
        until("case closed", () -> "CLOSED".equals(row("select state from cases.case_file where shop_id = :shop and number = :key", caseNumber)));
        assertThat(row("select outcome from cases.case_file where shop_id = :shop and number = :key", caseNumber)).isEqualTo(outcome);
    }

    List<Long> moneyLog(String order) {
        return transaction.execute(status -> sql.sql("select amount from sandbox.money_log where payment_no like :order || '-%' order by payment_no")
                .param("order", order).query(Long.class).list());
    }

    /** Subjects of what the buyer read in the marketplace's chat. */
    List<String> messages(String order) {
        return transaction.execute(status -> sql.sql("select subject from sandbox.buyer_message where order_no = :order order by at")
                .param("order", order).query(String.class).list());
    }

    String type(String caseNumber) {
        return row("select type from complaints.complaint where shop_id = :shop and case_number = :key", caseNumber);
    }

    List<String> asked(String caseNumber) {
        return transaction.execute(status -> sql.sql("select kind from carriers.request where case_number = :case order by number")
                .param("case", caseNumber).query(String.class).list());
    }

    String row(String query, String key) {
        return transaction.execute(status -> sql.sql(query).param("shop", shop).param("key", key).query(String.class).optional().orElse(null));
    }

    static String days(int ago) {
        return Instant.now().minus(Duration.ofDays(ago)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
