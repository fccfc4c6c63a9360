package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.SimpleResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Attack A-6: expressions in every free text that comes from outside are kept and shown as the text they are, and never evaluated. */
@RoomTest
class ExpressionInjectionRoomTest extends CounterRoom {

    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    /** Fits a name of 100 characters. */
    private static final String STRIKE = "''.getClass().forName('dev.afterflow.returns.Gong').getMethod('strike').invoke(null)";
    /** Fits a number of 64 characters. */
    private static final String SUM = "${1234567*3}#{1234567*3}";
    private static final String PRODUCT = "3703701";
    private static final String EVIL = "${" + STRIKE + "} #{" + STRIKE + "} " + SUM + " {{1234567*3}} #{T(java.lang.Runtime).getRuntime()} {orderId} {amount}";

    @Value("${spring.datasource.url}")
    String url;
    GoodsCounter goods;

    @BeforeAll
    void list() {
        goods = new GoodsCounter(counter);
    }

    @AfterEach
    void nothingWasEvaluated() {
        assertThat(Gong.STRUCK.get()).isZero();
    }

    @Test
    void thePayloadWouldSoundWhereItIsEvaluated() {
        SimpleContext context = new SimpleContext(new SimpleResolver(new BeanELResolver()));
        new ExpressionFactoryImpl().createValueExpression(context, "${" + STRIKE + "}", Object.class).getValue(context);
        assertThat(Gong.STRUCK.getAndSet(0)).isEqualTo(1);
    }

    @Test
    void whatBuyersAndColleaguesWriteIsTextFromTheLetterboxToTheClose() {
        String number = asks(SUM + "-1");
        says("messages", Map.of("messageId", SUM + number, "caseNumber", number, "from", "BUYER", "text", EVIL, "sentAt", Counter.days(0)));
        must(counter.as("lin").post("/api/cases/" + number + "/remarks", written(Map.of("flag", "BLUE", "reason", "${" + STRIKE + "}", "text", EVIL))));
        must(counter.as("lin").post("/api/cases/" + number + "/notes", written(Map.of("text", EVIL))));
        must(counter.as("lin").upload("/api/cases/" + number + "/evidence", List.of(new Visitor.Part("file", SUM + ".png", "image/png", Base64.getDecoder().decode(PICTURE)))));
        must(counter.as("lin").send("POST", "/api/cases/" + number + "/messages", written(Map.of("text", EVIL)), "Idempotency-Key", "evil-" + number));

        goods.done("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00", "note", EVIL));
        counter.untilClosed(number, "REFUNDED");

        String words = told("/api/cases/" + number, "/api/cases/" + number + "/messages", "/api/cases/" + number + "/timeline", "/api/cases/" + number + "/notes");
        assertThat(words).contains(EVIL, SUM + "-1", SUM + ".png", "${" + STRIKE + "}").doesNotContain(PRODUCT);
        assertThat(told("/api/search?q=1234567")).doesNotContain(PRODUCT);
        String buyer = counter.row("select string_agg(concat_ws(' ', subject, text), E'\\n') from sandbox.buyer_message where :shop <> '' and order_no = :key", SUM + "-1");
        assertThat(buyer).contains(EVIL).doesNotContain(PRODUCT);
        nothingOfItIsInTheEngine();
    }

    @Test
    void aShopsOwnWordingIsToldAsItIsWritten() {
        String path = "/api/message-templates/" + counter.shop + "/refundSettled/zh";
        JsonNode texts = counter.as("admin").get("/api/message-templates/" + counter.shop).json();
        JsonNode house = find(texts, "refundSettled");
        must(counter.as("gu").put(path, written(Map.of("subject", house.at("/house/subject").asString(),
                "body", house.at("/house/body").asString() + " ${" + STRIKE + "} " + SUM, "version", 0))));
        String number = asks("T-1");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00"));
        counter.untilClosed(number, "REFUNDED");
        counter.until("the buyer is told", () -> buyerHeard("T-1").contains(SUM));
        assertThat(buyerHeard("T-1")).contains("${" + STRIKE + "}").doesNotContain(PRODUCT);
        must(counter.as("admin").delete(path + "?version=1"));
    }

    @Test
    void anImportedFileIsTextInWhatIsKeptAndInWhatIsRefused() {
        String file = "order_id,review_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n"
                + row(SUM + "-I", SUM + "-R", "5", "${" + STRIKE + "}", EVIL) + row(SUM + "-I", SUM + "-S", "${" + STRIKE + "}", EVIL, EVIL);
        Answer ordered = counter.as("owner").upload("/api/imports", List.of(
                new Visitor.Part("job", null, "application/json", written(Map.of("name", EVIL.substring(0, 90), "shop", counter.shop, "preset", "olist-reviews")).getBytes(StandardCharsets.UTF_8)),
                new Visitor.Part("files", "olist_order_reviews_dataset.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8))));
        String id = must(ordered).json().path("id").asString();
        counter.until("the import is over", () -> List.of("DONE", "FAILED").contains(counter.as("owner").get("/api/imports/" + id).json().path("state").asString()));
        assertThat(counter.as("owner").get("/api/imports/" + id).json().path("name").asString()).isEqualTo(EVIL.substring(0, 90));
        assertThat(counter.row("select words from orders.review where shop_id = :shop and review_id = :key", SUM + "-R")).isEqualTo(EVIL);
        assertThat(counter.as("owner").get("/api/imports/" + id + "/errors").body()).contains(SUM + "-S").doesNotContain(PRODUCT);
    }

    @Test
    void aQuestionToAnotherDepartmentIsTextInTheProcessThatCarriesIt() {
        String number = asks("D-1");
        String team = counter.as("lin").get("/api/cases/" + number + "/departments").json().get(0).asString();
        must(counter.as("lin").post("/api/cases/" + number + "/questions", written(Map.of("team", team, "words", EVIL,
                "dueAt", Instant.now().plusSeconds(86_400).toString()))));
        assertThat(told("/api/cases/" + number + "/questions")).contains(EVIL).doesNotContain(PRODUCT);
        nothingOfItIsInTheEngine();
    }

    /** No column of the engine's, neither now nor in its history, holds a word of it: what is not there is evaluated nowhere. */
    private void nothingOfItIsInTheEngine() {
        JdbcClient owner = JdbcClient.create(TestDatabase.superuser(url));
        List<String> texts = owner.sql("""
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'public' and table_name like 'act_%' and data_type in ('text', 'character varying')""").query(String.class).list();
        assertThat(texts).hasSizeGreaterThan(100);
        String asked = texts.stream().map(column -> "select '" + column + "' from public." + column.split("\\.")[0] + " where " + column.split("\\.")[1]
                + " like '%returns.Gong%' or " + column.split("\\.")[1] + " like '%1234567*3%'").collect(Collectors.joining(" union all "));
        assertThat(owner.sql(asked).query(String.class).list()).isEmpty();
    }

    private String asks(String order) {
        String name = "${" + STRIKE + "}";
        says("orders", Map.of("orderId", order, "version", "1", "state", "SHIPPED", "currency", "CNY", "createdAt", Counter.days(4), "paidAt", Counter.days(4),
                "buyer", Map.of("id", SUM, "name", name, "phone", "13800001234", "language", "zh-CN", "address",
                        Map.of("country", "CN", "province", name, "city", name, "district", name, "street", EVIL.substring(0, 250), "postcode", "310000")),
                "items", List.of(Map.of("lineId", "1", "productId", SUM, "sku", SUM, "title", EVIL, "quantity", 1, "paid", Map.of("minor", 9900, "currency", "CNY"))),
                "payments", List.of(Map.of("paymentId", order + "-1", "provider", "sandbox", "method", name, "paid", Map.of("minor", 9900, "currency", "CNY"), "paidAt", Counter.days(4))),
                "shipments", List.of(Map.of("shipmentId", SUM, "carrier", SUM, "waybill", SUM + order.length(), "shippedAt", Counter.days(4),
                        "lines", List.of(Map.of("lineId", "1", "quantity", 1))))));
        says("requests", Map.of("requestId", "Q" + order, "version", SUM, "orderId", order, "kind", "REFUND_ONLY", "askedRemedy", "refund",
                "reasonCode", "未收到货", "reasonText", EVIL, "goodsReceived", false, "createdAt", Counter.days(0), "status", "OPEN"));
        return counter.row("select number from cases.case_file where shop_id = :shop and order_id = :key", order);
    }

    private void says(String kind, Map<String, Object> row) {
        counter.tell(kind, written(row));
    }

    private String buyerHeard(String order) {
        return String.valueOf(counter.row("select string_agg(concat_ws(' ', subject, text), E'\\n') from sandbox.buyer_message where :shop <> '' and order_no = :key", order));
    }

    /** Every word that these pages show, as a person reads it. */
    private String told(String... paths) {
        StringBuilder words = new StringBuilder();
        for (String path : paths) {
            read(must(counter.as("lin").get(path)).json(), words);
        }
        return words.toString();
    }

    private static void read(JsonNode node, StringBuilder words) {
        if (node.isString()) {
            words.append(node.asString()).append('\n');
        }
        node.forEach(child -> read(child, words));
    }

    private static JsonNode find(JsonNode texts, String template) {
        for (JsonNode text : texts) {
            if (text.path("template").asString().equals(template) && text.path("language").asString().equals("zh")) {
                return text;
            }
        }
        throw new AssertionError("no text " + template);
    }

    private static String row(String... cells) {
        return List.of(cells).stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")) + ",2017-10-21 00:00:00,2017-10-22 00:00:00\n";
    }

    private String written(Map<String, Object> row) {
        return json.writeValueAsString(row);
    }

    private static Answer must(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer;
    }
}
