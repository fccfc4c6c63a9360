package dev.afterflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeRoomTest {

    private static final String SHOP = "intake-room";
    private static final String OTHER = "intake-other";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    @LocalServerPort
    int port;
    @Autowired
    Environment environment;
    @Autowired
    JdbcClient sql;
    @Autowired
    Shops shops;
    @Autowired
    PlatformTransactionManager transactions;
    private String key;
    private Visitor lead;

    @BeforeAll
    void open() {
        shops.open(new Shop(SHOP, "INTK", "信箱", "Intake", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        shops.open(new Shop(OTHER, "INTO", "别店", "Intake", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        key = Sender.key(port, SHOP, "orders", "stock", "tracking", "reviews");
    }

    @Test
    void tenThousandRowsGoInOneCallAndARepeatChangesNothing() {
        String rows = IntStream.range(0, 10_000).mapToObj(n -> stock("bulk-" + n, n, "2026-11-21T08:00:00Z"))
                .collect(Collectors.joining("\n"));
        JsonNode first = deliver("stock", LINES, rows).json();
        assertThat(first.get("accepted").asInt()).isEqualTo(10_000);
        assertThat(first.get("rows")).hasSize(10_000);
        assertThat(first.at("/rows/9999/row").asInt()).isEqualTo(10_000);
        assertThat(deliver("stock", LINES, rows).json().get("duplicate").asInt()).isEqualTo(10_000);
        assertThat(stored("bulk-%")).isEqualTo(10_000);
    }

    @Test
    void oneRowTooManyStoresNothing() {
        String rows = IntStream.rangeClosed(0, 10_000).mapToObj(n -> stock("many-" + n, n, "2026-11-21T08:00:00Z"))
                .collect(Collectors.joining("\n"));
        Answer answer = deliver("stock", LINES, rows);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("code").asString()).isEqualTo("intake.tooManyRows");
        assertThat(stored("many-%")).isZero();
    }

    @Test
    void badRowsNeverSpoilGoodOnes() {
        String rows = String.join("\n", stock("good-1", 1, "2026-11-21T08:00:00Z"), "{broken", "", "[1]", "\"text\"",
                stock("bad-1", -1, "2026-11-21T08:00:00Z"), "{\"sku\":\"twice\",\"sku\":\"twice\",\"available\":1,\"at\":\"2026-11-21T08:00:00Z\"}",
                "{\"sku\":\"deep\",\"x\":" + "[".repeat(60) + "]".repeat(60) + "}",
                "{\"sku\":\"long\",\"x\":\"" + "x".repeat(70_000) + "\"}",
                "{\"sku\":\"digits\",\"available\":" + "9".repeat(200) + "}",
                stock("nul\\u0000", 1, "2026-11-21T08:00:00Z"), stock("half\\ud83d", 1, "2026-11-21T08:00:00Z"),
                stock("good-2", 2, "2026-11-21T08:00:00+08:00"));
        Answer answer = deliver("stock", LINES, rows);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("accepted").asInt()).as(answer.body()).isEqualTo(2);
        assertThat(answer.json().get("rejected").asInt()).isEqualTo(10);
        assertThat(answer.json().get("rows").valueStream().filter(row -> row.get("result").asString().equals("rejected"))
                .map(row -> row.at("/faults/0/rule").asString()))
                .containsExactly("row.json", "type", "type", "range", "row.json", "row.limits", "row.size", "row.limits", "characters", "characters");
        assertThat(stored("good-%")).isEqualTo(2);
    }

    @Test
    void aBodyThatIsBrokenAsAWholeStoresNothing() throws Exception {
        String good = stock("half-1", 1, "2026-11-21T08:00:00Z");
        for (String body : List.of("", "[]", "[" + good + ",", "[" + good + "] {}", good + good, "nonsense", "[".repeat(2000))) {
            Answer answer = deliver("stock", JSON, body);
            assertThat(answer.status()).as(body.substring(0, Math.min(30, body.length()))).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).isEqualTo("request.malformed");
        }
        assertThat(stored("half-%")).isZero();
        assertThat(deliver("stock", "text/plain", good).status()).isEqualTo(415);
        assertThat(Sender.announce(port, key, "stock", (32 << 20) + 1)).startsWith("HTTP/1.1 413");
    }

    @Test
    void theSameBatchPostedEightTimesAtOnceIsStoredOnce() throws Exception {
        String rows = IntStream.range(0, 300).mapToObj(n -> stock("race-" + n, n, "2026-11-21T08:00:00Z"))
                .collect(Collectors.joining("\n"));
        Callable<JsonNode> call = () -> deliver("stock", LINES, rows).json();
        int accepted = 0;
        int duplicate = 0;
        for (JsonNode answer : AtOnce.all(Collections.nCopies(8, call))) {
            accepted += answer.get("accepted").asInt();
            duplicate += answer.get("duplicate").asInt();
        }
        assertThat(accepted).isEqualTo(300);
        assertThat(duplicate).isEqualTo(7 * 300);
        assertThat(stored("race-%")).isEqualTo(300);
    }

    @Test
    void anOlderVersionIsKnownAndANewerOneIsTaken() {
        assertThat(result(deliver("stock", JSON, stock("ver-1", 5, "2026-11-21T08:00:00Z")))).isEqualTo("accepted");
        assertThat(result(deliver("stock", JSON, stock("ver-1", 4, "2026-11-21T07:59:59Z")))).isEqualTo("duplicate");
        assertThat(result(deliver("stock", JSON, stock("ver-1", 6, "2026-11-21T17:00:00+08:00")))).isEqualTo("accepted");
        assertThat(number("select available from orders.stock where shop_id = '" + SHOP + "' and sku = 'ver-1'")).isEqualTo(6);
    }

    @Test
    void twoVersionsInOneBatchAreTakenInTheirOrder() {
        String rows = "[" + stock("two-1", 1, "2026-11-21T08:00:00Z") + "," + stock("two-1", 2, "2026-11-21T09:00:00Z") + ","
                + stock("two-1", 1, "2026-11-21T08:00:00Z") + "]";
        JsonNode answer = deliver("stock", JSON, rows).json();
        assertThat(answer.get("rows").valueStream().map(row -> row.get("result").asString()))
                .containsExactly("accepted", "accepted", "duplicate");
    }

    @Test
    void withoutAVersionTheContentIsTheVersionWhateverTheOrderOfItsKeys() {
        String review = "{\"reviewId\":\"c-1\",\"orderId\":\"o\",\"score\":5,\"createdAt\":\"2026-11-21T08:00:00Z\"}";
        String turned = "{\"createdAt\":\"2026-11-21T08:00:00Z\",\"score\":5,\"orderId\":\"o\",\"reviewId\":\"c-1\"}";
        assertThat(result(deliver("reviews", JSON, review))).isEqualTo("accepted");
        assertThat(result(deliver("reviews", JSON, turned))).isEqualTo("duplicate");
        assertThat(result(deliver("reviews", JSON, review.replace(":5", ":1")))).isEqualTo("accepted");
    }

    @Test
    void onlyTheRightKeyForTheRightShopAndKindOpensTheDoor() {
        String row = stock("key-1", 1, "2026-11-21T08:00:00Z");
        assertThat(Sender.deliver(port, null, "stock", JSON, row).status()).isEqualTo(401);
        assertThat(Sender.deliver(port, "afk_wrong", "stock", JSON, row).status()).isEqualTo(401);
        assertThat(Sender.deliver(port, key, "products", JSON, "{}").status()).isIn(401, 403);
        assertThat(Sender.deliver(port, key, "stock?shop=" + OTHER, JSON, row).status()).isEqualTo(404);
        assertThat(Sender.deliver(port, key, "nonsense", JSON, row).status()).isIn(401, 403, 404);
        assertThat(Visitor.as("admin", port).post("/api/intake/stock", row).status()).isEqualTo(401);
        assertThat(stored("key-%")).isZero();
        String both = Sender.key(port, new String[] {SHOP, OTHER}, "stock");
        assertThat(Sender.deliver(port, both, "stock", JSON, row).status()).isEqualTo(400);
        assertThat(Sender.deliver(port, both, "stock?shop=" + OTHER, JSON, row).status()).isEqualTo(200);
        assertThat(number("select count(*) from orders.stock where shop_id = '" + OTHER + "' and sku = 'key-1'")).isEqualTo(1);
    }

    @Test
    void allRowsRejectedIsA422WithTheRemedyInTheSendersLanguage() {
        Answer zh = deliver("stock", JSON, "{\"sku\":\"\"}");
        assertThat(zh.status()).isEqualTo(422);
        assertThat(zh.json().at("/rows/0/faults/0/remedy").asString()).isEqualTo("请填写此字段");
    }

    @Test
    void whatNoRoomCanTakeIsParkedAndCanBeTriedAgain() {
        asOwner("alter table orders.stock add constraint no_poison check (sku not like 'poison-%') not valid");
        Answer answer;
        try {
            answer = deliver("stock", LINES, stock("poison-1", 1, "2026-11-21T08:00:00Z") + "\n" + stock("fine-1", 1, "2026-11-21T08:00:00Z"));
            assertThat(answer.json().get("accepted").asInt()).isEqualTo(2);
            assertThat(stored("fine-%")).isEqualTo(1);
            JsonNode parked = parked();
            assertThat(parked.get("error").asString()).contains("no_poison");
            assertThat(lead().post("/api/parked/" + parked.get("id").asLong() + "/retry", "{}").status()).isEqualTo(409);
        } finally {
            asOwner("alter table orders.stock drop constraint no_poison");
        }
        assertThat(result(deliver("stock", JSON, stock("poison-1", 1, "2026-11-21T08:00:00Z")))).isEqualTo("duplicate");
        long id = parked().get("id").asLong();
        assertThat(lead().post("/api/parked/" + id + "/retry", "{}").json().get("state").asString()).isEqualTo("TAKEN");
        assertThat(stored("poison-%")).isEqualTo(1);
        assertThat(lead().post("/api/parked/" + id + "/retry", "{}").status()).isEqualTo(404);
        assertThat(Visitor.as("lin", port).get("/api/parked").status()).isEqualTo(403);
    }

    private Visitor lead() {
        lead = lead == null ? Visitor.as("zhao", port) : lead;
        return lead;
    }

    private JsonNode parked() {
        return lead().get("/api/parked").json().get("items").valueStream()
                .filter(item -> item.get("externalId").asString().equals("poison-1")).findFirst().orElseThrow();
    }

    private void asOwner(String change) {
        JdbcClient.create(TestDatabase.owner(environment.getProperty("spring.datasource.url"))).sql(change).update();
    }

    private Answer deliver(String kind, String type, String body) {
        return Sender.deliver(port, key, kind, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String result(Answer answer) {
        return answer.json().at("/rows/0/result").asString();
    }

    private static String stock(String sku, int available, String at) {
        return "{\"sku\":\"" + sku + "\",\"available\":" + available + ",\"at\":\"" + at + "\"}";
    }

    private long stored(String like) {
        return number("select count(*) from orders.stock where shop_id = '" + SHOP + "' and sku like '" + like + "'");
    }

    private long number(String query) {
        return new TransactionTemplate(transactions).execute(status -> sql.sql(query).query(Long.class).single());
    }
}
