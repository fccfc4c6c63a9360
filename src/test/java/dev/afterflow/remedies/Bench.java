package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.Household;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A shop of its own with goods of a known supplier; its cases wait in a process that leaves this room's alone. */
abstract class Bench extends Household {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    RuntimeService runtime;
    @Autowired
    Liabilities liabilities;
    @Autowired
    Remedies remedies;
    String shop;

    @BeforeAll
    void open() {
        int number = NEXT.incrementAndGet();
        shop = "remedies-room-" + number;
        shops.open(new Shop(shop, "RMD" + (char) ('A' + number), "责任房间", "Remedies", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        tell("products", """
                {"productId":"P-1","version":"1","title":"毛毯","category":"家纺","class":"STANDARD","supplier":"云锦纺织","warrantyDays":90,
                 "warrantyFrom":"DELIVERY"}""");
    }

    /** An order of one blanket at 200.00, delivered yesterday, and a case about it; answers the case number. */
    String complains(String order, String words) {
        String at = days(1);
        tell("orders", """
                {"orderId":"%s","version":"1","state":"DELIVERED","currency":"CNY","createdAt":"%s","paidAt":"%s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"buyer-%s","name":"张三","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"毛毯","quantity":1,"paid":{"minor":20000,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"%s-1","provider":"sandbox","method":"alipay","paid":{"minor":20000,"currency":"CNY"},"paidAt":"%s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF-%s","shippedAt":"%s","deliveredAt":"%s","lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, days(4), days(4), order, order, days(4), order, days(3), at));
        Visitor.Answer opened = as("lin").send("POST", "/api/cases", """
                {"shop":"%s","kind":"OTHER","orderId":"%s","reasonCode":"OTHER","reasonText":"%s","goodsReceived":true}
                """.formatted(shop, order, words), "Idempotency-Key", "open-" + shop + order);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().path("number").asString();
    }

    /** Begins to settle liability, as a workshop's process does. */
    void settles(String caseNumber, String reasonType) {
        transaction.executeWithoutResult(status ->
                runtime.startProcessInstanceByKey("settle-liability", caseNumber, Map.of("reasonType", reasonType)));
    }

    /** Ranks what the table would propose for a defect. */
    Remedies.Ranking ranks(String caseNumber) {
        return remedies.rank(caseNumber, List.of(row("exchange", 2, "NONE", false), row("returnRefund", 3, "FULL", false),
                row("refund", 1, "AGREED", true)));
    }

    private static Map<String, Object> row(String remedy, long rank, String rule, boolean needsReview) {
        return Map.of("remedy", remedy, "rank", rank, "amountRule", rule, "needsReview", needsReview, "ground", "消法24 / Consumer Protection Law 24");
    }

    void writes(String caseNumber, String id, String text) {
        tell("messages", """
                {"messageId":"%s","caseNumber":"%s","from":"BUYER","text":"%s","sentAt":"%s"}""".formatted(id, caseNumber, text, days(0)));
    }

    void attaches(String login, String caseNumber) {
        Visitor.Answer answer = as(login).upload("/api/cases/" + caseNumber + "/evidence",
                List.of(new Visitor.Part("file", "proof.png", "image/png", Base64.getDecoder().decode(PICTURE))));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    }

    Visitor.Answer completes(String login, String caseNumber, String task, Map<String, Object> data) {
        JsonNode item = item(login, caseNumber, task).orElseThrow();
        String path = "/api/tasks/" + item.path("taskId").asString();
        Visitor.Answer claimed = as(login).post(path + "/claim", "{\"revision\":" + item.path("revision").asLong() + "}");
        long revision = claimed.status() == 200 ? claimed.json().path("revision").asLong() : item.path("revision").asLong();
        return as(login).post(path + "/complete", json.writeValueAsString(Map.of("revision", revision, "data", data)));
    }

    Optional<JsonNode> item(String login, String caseNumber, String task) {
        return as(login).get("/api/tasks?view=all&sort=created&limit=200").json().path("items").valueStream()
                .filter(each -> each.path("caseNumber").asString().equals(caseNumber) && each.path("task").asString().equals(task)).findFirst();
    }

    JsonNode view(String caseNumber) {
        Visitor.Answer answer = as("lin").get("/api/cases/" + caseNumber + "/remedies");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    void tell(String kind, String row) {
        assertThat(intake.deliver(shop, "test", kind, json.readTree(row)).rejected()).as(row).isZero();
    }

    List<String> rows(String query, String caseNumber) {
        return transaction.execute(status -> sql.sql(query).param("case", caseNumber).query(String.class).list());
    }

    static void until(String what, Callable<Boolean> holds) {
        await(what).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100)).until(holds);
    }

    static String days(int ago) {
        return Instant.now().minus(Duration.ofDays(ago)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
