package dev.afterflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.Household;
import dev.afterflow.engine.ModelFile;
import dev.afterflow.engine.Releases;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Two owners at work, and a shop whose cases run on what they release; after each story the rule book is as it was. */
abstract class Atelier extends Household {

    static final String TABLE = "freight-payer.dmn";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    RuntimeService runtime;
    @Autowired
    Releases releases;
    String shop;
    private Map<String, ModelFile> original;

    @BeforeAll
    void open() {
        int number = NEXT.incrementAndGet();
        shop = "studio-room-" + number;
        shops.open(new Shop(shop, "STD" + (char) ('A' + number), "工作室房间", "Studio", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        tell("products", """
                {"productId":"P-1","version":"1","title":"毛毯","category":"家纺","class":"STANDARD","supplier":"云锦纺织","warrantyDays":90,"warrantyFrom":"DELIVERY"}""");
        original = Merge.byName(releases.inForce().files());
    }

    @AfterEach
    void everythingIsAsItWas() {
        Merge.byName(releases.inForce().files()).forEach((name, now) -> {
            ModelFile before = original.get(name);
            if (before != null && !before.hash().equals(now.hash())) {
                released("fang", filed(as("owner").post("/api/studio/roll-backs", json.writeValueAsString(
                        Map.of("file", Kind.fileOf(name), "hash", before.hash(), "note", "回到原来的版本")))));
            }
        });
        assertThat(Merge.byName(releases.inForce().files()).keySet()).isEqualTo(original.keySet());
    }

    /** The file in force, as an owner downloads it. */
    String text(String file) {
        return as("owner").get("/api/studio/models/" + file).json().path("text").asString();
    }

    String hash(String file) {
        return as("owner").get("/api/studio/models/" + file).json().at("/entry/hash").asString();
    }

    Answer proposes(String login, String note, Map<String, String> files) {
        List<Visitor.Part> parts = new ArrayList<>();
        parts.add(new Visitor.Part("note", null, "text/plain;charset=UTF-8", note.getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, text) -> parts.add(new Visitor.Part("files", name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8))));
        return as(login).upload("/api/studio/proposals", parts);
    }

    /** The number of a proposal that was taken. */
    static long filed(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    long released(String login, long proposal) {
        Answer answer = releases(login, proposal);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("release").asLong();
    }

    Answer releases(String login, long proposal) {
        return as(login).post("/api/studio/proposals/" + proposal + "/release", "{}");
    }

    /** The table with another payer for the way back of faulty goods. */
    static String insured(String table) {
        String changed = table.replaceFirst("(freightPayer_fault_out_freightPayer\">\\s*<text>)\"seller\"", "$1\"insurer\"");
        assertThat(changed).isNotEqualTo(table);
        return changed;
    }

    /** A case about faulty goods that waits for the buyer's pictures, in the process of the release in force now. */
    String waits(String order) {
        String at = days(1);
        tell("orders", """
                {"orderId":"%s","version":"1","state":"DELIVERED","currency":"CNY","createdAt":"%s","paidAt":"%s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"buyer-%s","name":"张三","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"毛毯","quantity":1,"paid":{"minor":20000,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"}}],
                 "payments":[{"paymentId":"%s-1","provider":"sandbox","method":"alipay","paid":{"minor":20000,"currency":"CNY"},"paidAt":"%s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF-%s","shippedAt":"%s","deliveredAt":"%s","lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(order, days(4), days(4), order, order, days(4), order, days(3), at));
        Answer opened = as("lin").send("POST", "/api/cases", """
                {"shop":"%s","kind":"OTHER","orderId":"%s","reasonCode":"OTHER","reasonText":"一洗就掉毛","goodsReceived":true}
                """.formatted(shop, order), "Idempotency-Key", "open-" + shop + order);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String number = opened.json().path("number").asString();
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("settle-liability", number, Map.of("reasonType", "QUALITY")));
        return number;
    }

    /** The buyer's picture comes; answers who pays the way back. */
    String settled(String number) {
        Answer added = as("lin").upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", "proof.png", "image/png", Base64.getDecoder().decode(PICTURE))));
        assertThat(added.status()).as(added.body()).isBetween(200, 201);
        until("settled", () -> !payer(number).isEmpty());
        return payer(number);
    }

    private String payer(String number) {
        return as("lin").get("/api/cases/" + number + "/remedies").json().at("/liability/returnFreightPayer").asString("");
    }

    void tell(String kind, String row) {
        assertThat(intake.deliver(shop, "test", kind, json.readTree(row)).rejected()).as(row).isZero();
    }

    List<String> rows(String query) {
        return transaction.execute(status -> sql.sql(query).query(String.class).list());
    }

    long count(String table) {
        return transaction.execute(status -> sql.sql("select count(*) from " + table).query(Long.class).single());
    }

    static JsonNode entry(JsonNode models, String file) {
        return models.valueStream().filter(model -> model.path("file").asString().equals(file)).findFirst().orElseThrow();
    }

    static void until(String what, Callable<Boolean> holds) {
        await(what).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100)).until(holds);
    }

    static String days(int ago) {
        return Instant.now().minus(Duration.ofDays(ago)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
