package dev.afterflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRoomTest {

    private static final String SHOP = "imports-room";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient sql;
    @Autowired
    Shops shops;
    @Autowired
    PlatformTransactionManager transactions;
    private Visitor owner;

    @BeforeAll
    void open() {
        shops.open(new Shop(SHOP, "IMPR", "进口", "Imports", "shopify", "America/Sao_Paulo", "BRL", "BR", "en"));
        owner = Visitor.as("owner", port);
    }

    @Test
    void linkedFilesBecomeOrdersAndASecondRunChangesNothing() {
        OlistTwin twin = new OlistTwin(950, "twin");
        JsonNode first = done(order("olist", twin.orderFiles()));
        assertThat(first.get("accepted").asInt()).isEqualTo(950);
        assertThat(first.get("total").asInt()).isEqualTo(950);
        assertThat(count("shop_order", "twin-%")).isEqualTo(950);
        assertThat(count("item", "twin-%")).isEqualTo(twin.items);
        assertThat(count("payment", "twin-%")).isEqualTo(twin.payments);
        assertThat(text("select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from orders.shop_order where order_id = 'twin-7'"))
                .isEqualTo("2017-10-15 02:30");
        assertThat(text("select city from orders.buyer where shop_id = 'imports-room' and buyer_id = 'u7'")).isEqualTo("sao paulo, \"centro\"");
        JsonNode second = done(order("olist", twin.orderFiles()));
        assertThat(second.get("accepted").asInt()).isZero();
        assertThat(second.get("duplicate").asInt()).isEqualTo(950);
        assertThat(number("select count(*) from intake.import_row where shop_id = 'imports-room'")).isZero();
    }

    @Test
    void reviewsOfSeveralOrdersUnderOneIdStayApartAndKeepTheirLineBreaks() {
        OlistTwin twin = new OlistTwin(60, "rev");
        assertThat(done(order("olist-reviews", twin.reviewFiles())).get("accepted").asInt()).isEqualTo(60);
        assertThat(number("select count(*) from orders.review where order_id like 'rev-%'")).isEqualTo(60);
        assertThat(text("select words from orders.review where order_id = 'rev-3'")).isEqualTo("linha um\r\nlinha dois, com vírgula");
    }

    @Test
    void badRowsAreToldInAFileThatRunsNothing() {
        String csv = "order_id,review_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n"
                + "good-1,g1,5,,,2017-10-21 00:00:00,\n"
                + "=HYPERLINK(\"http://evil\"),b1,9,@SUM(A1),-2+3,2017-10-21 00:00:00,\n"
                + "bad-2,b2,five,,,21.10.2017,\n"
                + "bad-3,b3,5,,,2017-10-21 00:00:00,,one,too,many\n"
                + "good-2,g2,1,,,2017-10-21 00:00:00,2017-10-21\n";
        JsonNode job = done(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", csv.getBytes(StandardCharsets.UTF_8))));
        assertThat(job.get("accepted").asInt()).isEqualTo(2);
        assertThat(job.get("rejected").asInt()).isEqualTo(3);
        Answer errors = owner.send("GET", "/api/imports/" + job.get("id").asString() + "/errors", null, "Accept", "text/csv");
        assertThat(errors.status()).as(errors.body()).isEqualTo(200);
        assertThat(errors.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(errors.header("Content-Disposition")).startsWith("attachment");
        assertThat(errors.body()).contains("'=HYPERLINK", "'@SUM(A1)", "'-2+3", "score", "createdAt").doesNotContain(",=", ",@", ",-2");
        assertThat(errors.body().lines().filter(line -> line.startsWith("3,"))).hasSize(2);
    }

    @Test
    void chineseColumnsInGb18030AreUnderstood() {
        String orders = "订单编号,买家会员名,买家应付邮费,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,物流单号,物流公司\r\n"
                + "=\"4012345678901234567\",旺旺,0.00,\"1,299.50\",交易成功,李四,浙江省杭州市 某路,'13900001111,2026-11-01 10:00:00,2026-11-01 10:01:00,No:SF100,顺丰\r\n";
        String items = "订单编号,标题,价格,购买数量,外部系统编号,商家编码\r\n4012345678901234567,茶几,649.75,2,P-9,SKU9\r\n";
        Charset gb = Charset.forName("GB18030");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("ExportOrderList202611.csv", orders.getBytes(gb));
        files.put("ExportOrderDetailList202611.csv", items.getBytes(gb));
        JsonNode job = done(order("taobao", files));
        assertThat(job.get("accepted").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(text("select title || ' ' || paid_minor from orders.item where order_id = '4012345678901234567'")).isEqualTo("茶几 129950");
        assertThat(text("select phone from orders.buyer where shop_id = 'imports-room' and buyer_id = '旺旺'")).isEqualTo("13900001111");
    }

    @Test
    void aWorkbookIsReadLikeACsv() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("reviews");
            String[] head = {"id", "order", "score", "when"};
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
            }
            sheet.value(1, 0, "x-1");
            sheet.value(1, 1, "xo-1");
            sheet.value(1, 2, 4);
            sheet.value(1, 3, java.time.LocalDateTime.of(2026, 11, 1, 12, 0));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm:ss").set();
        }
        String mapping = """
                {"main":"r","files":{"r":{}},"timeZone":"Asia/Shanghai","fields":{"reviewId":{"column":"id"},"orderId":{"column":"order"},
                 "score":{"column":"score","as":"integer"},"createdAt":{"column":"when","as":"instant"}}}""";
        Answer answer = Sender.upload(owner, "/api/imports",
                "{\"name\":\"book\",\"shop\":\"" + SHOP + "\",\"kind\":\"reviews\",\"mapping\":" + mapping + "}", Map.of("any.xlsx", out.toByteArray()));
        JsonNode job = done(answer);
        assertThat(job.get("accepted").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(text("select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24') from orders.review where review_id = 'x-1'"))
                .isEqualTo("2026-11-01 04");
    }

    @Test
    void theFirstRowsAreShownBeforeAnythingIsStored() {
        OlistTwin twin = new OlistTwin(30, "look");
        Answer shown = Sender.upload(owner, "/api/imports/preview", wish("olist"), twin.orderFiles());
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().get("rows")).hasSize(20);
        assertThat(shown.json().at("/rows/1/mapped/payments/0/paid/minor").asInt()).isEqualTo(9990);
        assertThat(shown.json().at("/columns/customers").toString()).contains("customer_city");
        assertThat(count("shop_order", "look-%")).isZero();
    }

    @Test
    void aJobGoesOnWhereItsWorkerFellSilent() {
        OlistTwin twin = new OlistTwin(3000, "cut");
        String id = order("olist", twin.orderFiles()).json().get("id").asString();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() ->
                job(id).get("done").asInt() > 0);
        sql("update intake.import_job set lease_by = 'somebody-dead', lease_until = now() - interval '1 second' where id = '" + id + "'");
        JsonNode job = done(id);
        assertThat(job.get("accepted").asInt()).as(job.toString()).isEqualTo(3000);
        assertThat(job.get("duplicate").asInt()).isZero();
        assertThat(count("shop_order", "cut-%")).isEqualTo(3000);
        assertThat(count("item", "cut-%")).isEqualTo(twin.items);
    }

    @Test
    void aCancelledJobKeepsWhatItBookedAndStops() {
        OlistTwin twin = new OlistTwin(4000, "stop");
        String id = order("olist", twin.orderFiles()).json().get("id").asString();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> job(id).get("done").asInt() > 0);
        assertThat(owner.post("/api/imports/" + id + "/cancel", "{}").status()).isEqualTo(200);
        JsonNode job = done(id);
        assertThat(job.get("state").asString()).isEqualTo("CANCELLED");
        assertThat(job.get("done").asInt()).isLessThan(4000);
        assertThat(count("shop_order", "stop-%")).isEqualTo(job.get("accepted").asInt());
        assertThat(owner.post("/api/imports/" + id + "/cancel", "{}").status()).isEqualTo(409);
    }

    @Test
    void aMissingColumnEndsTheJobWithItsName() {
        JsonNode job = done(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("errorEn").asString()).contains("review_score");
        assertThat(job.get("errorZh").asString()).contains("review_score");
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowTheFile() {
        String csv = "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n"
                + "q1,q1,5,\"never closed" + "x".repeat(2 << 20);
        JsonNode job = done(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", csv.getBytes(StandardCharsets.UTF_8))));
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("accepted").asInt()).isZero();
    }

    @Test
    void filesThatAreNoTablesAreRefusedAndNothingIsKept() {
        for (byte[] bytes : new byte[][] {{}, {0, 1, 2, 3}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}}) {
            Answer answer = order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", bytes));
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        }
        assertThat(order("olist", Map.of("olist_orders_dataset.csv", "a".getBytes())).status()).isEqualTo(422);
        assertThat(order("olist-reviews", Map.of("olist_order_reviews_dataset.csv", "a".getBytes(), "x.csv", "b".getBytes())).status()).isEqualTo(422);
    }

    @Test
    void aForeignShopAndAnUnknownJobDoNotExist() {
        Map<String, byte[]> file = Map.of("olist_order_reviews_dataset.csv", "a".getBytes());
        assertThat(Sender.upload(owner, "/api/imports", "{\"shop\":\"nowhere\",\"preset\":\"olist-reviews\"}", file).status()).isEqualTo(404);
        assertThat(owner.get("/api/imports/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
        assertThat(Sender.upload(Visitor.as("lin", port), "/api/imports", wish("olist-reviews"), file).status()).isEqualTo(403);
    }

    @Test
    void aMappingThatCannotWorkIsRefusedWithEveryReason() {
        String wish = "{\"shop\":\"" + SHOP + "\",\"kind\":\"reviews\",\"mapping\":{\"main\":\"r\",\"files\":{\"r\":{}},\"timeZone\":\"Mars/Sea\",\"currency\":\"XYZ9\",\"dates\":[\"qqqqqq\"],\"fields\":{\"score\":{}}}}";
        Answer answer = Sender.upload(owner, "/api/imports", wish, Map.of("a.csv", "a".getBytes()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("mapping.timeZone", "mapping.currency", "mapping.dates");
        String unknown = "{\"shop\":\"" + SHOP + "\",\"kind\":\"reviews\",\"mapping\":{\"main\":\"r\",\"evil\":1}}";
        assertThat(Sender.upload(owner, "/api/imports", unknown, Map.of("a.csv", "a".getBytes())).status()).isEqualTo(400);
    }

    @Test
    void presetsAreDocumentedInBothLanguages() {
        JsonNode presets = owner.get("/api/imports/presets").json();
        assertThat(presets.valueStream().map(preset -> preset.get("id").asString())).contains("olist", "olist-reviews", "olist-products", "taobao");
        presets.forEach(preset -> assertThat(preset.get("aboutZh").asString() + preset.get("aboutEn").asString()).hasSizeGreaterThan(60));
    }

    private static String wish(String preset) {
        return "{\"name\":\"" + preset + "\",\"shop\":\"" + SHOP + "\",\"preset\":\"" + preset + "\"}";
    }

    private Answer order(String preset, Map<String, byte[]> files) {
        return Sender.upload(owner, "/api/imports", wish(preset), files);
    }

    private JsonNode done(Answer ordered) {
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
        return done(ordered.json().get("id").asString());
    }

    private JsonNode done(String id) {
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(250)).until(() ->
                java.util.Set.of("DONE", "FAILED", "CANCELLED").contains(job(id).get("state").asString()));
        return owner.get("/api/imports/" + id).json();
    }

    private JsonNode job(String id) {
        return JsonMapper.shared().readTree(text("select jsonb_build_object('state', state, 'done', done)::text"
                + " from intake.import_job where id = '" + id + "'"));
    }

    private long count(String table, String like) {
        return number("select count(*) from orders." + table + " where shop_id = '" + SHOP + "' and order_id like '" + like + "'");
    }

    private long number(String query) {
        return new TransactionTemplate(transactions).execute(status -> sql.sql(query).query(Long.class).single());
    }

    private String text(String query) {
        return new TransactionTemplate(transactions).execute(status -> sql.sql(query).query(String.class).single());
    }

    private void sql(String update) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> sql.sql(update).update());
    }
}
