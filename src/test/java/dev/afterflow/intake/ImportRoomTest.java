package dev.afterflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RoomTest
class ImportRoomTest extends ImportBench {

    ImportRoomTest() {
        super("imports-room", "IMPR");
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
        assertThat(text("select city from orders.buyer where shop_id = '" + shop + "' and buyer_id = 'u7'")).isEqualTo("sao paulo, \"centro\"");
        JsonNode second = done(order("olist", twin.orderFiles()));
        assertThat(second.get("accepted").asInt()).isZero();
        assertThat(second.get("duplicate").asInt()).isEqualTo(950);
        assertThat(number("select count(*) from intake.import_row where shop_id = '" + shop + "'")).isZero();
    }

    @Test
    void reviewsOfSeveralOrdersUnderOneIdStayApartAndKeepTheirLineBreaks() {
        OlistTwin twin = new OlistTwin(60, "rev");
        assertThat(done(order("olist-reviews", twin.reviewFiles())).get("accepted").asInt()).isEqualTo(60);
        assertThat(number("select count(*) from orders.review where order_id like 'rev-%'")).isEqualTo(60);
        assertThat(text("select words from orders.review where order_id = 'rev-3'")).isEqualTo("linha um\r\nlinha dois, com vírgula");
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
    void aForeignShopAndAnUnknownJobDoNotExist() {
        Map<String, byte[]> file = Map.of("olist_order_reviews_dataset.csv", "a".getBytes());
        assertThat(Sender.upload(owner, "/api/imports", "{\"shop\":\"nowhere\",\"preset\":\"olist-reviews\"}", file).status()).isEqualTo(404);
        assertThat(owner.get("/api/imports/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
        assertThat(Sender.upload(Visitor.as("lin", port), "/api/imports", wish("olist-reviews"), file).status()).isEqualTo(403);
    }

    @Test
    void aMappingThatCannotWorkIsRefusedWithEveryReason() {
        String wish = "{\"shop\":\"" + shop + "\",\"kind\":\"reviews\",\"mapping\":{\"main\":\"r\",\"files\":{\"r\":{}},\"timeZone\":\"Mars/Sea\",\"currency\":\"XYZ9\",\"dates\":[\"qqqqqq\"],\"fields\":{\"score\":{}}}}";
        Answer answer = Sender.upload(owner, "/api/imports", wish, Map.of("a.csv", "a".getBytes()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("mapping.timeZone", "mapping.currency", "mapping.dates");
        String unknown = "{\"shop\":\"" + shop + "\",\"kind\":\"reviews\",\"mapping\":{\"main\":\"r\",\"evil\":1}}";
        assertThat(Sender.upload(owner, "/api/imports", unknown, Map.of("a.csv", "a".getBytes())).status()).isEqualTo(400);
    }

    @Test
    void presetsAreDocumentedInBothLanguages() {
        JsonNode presets = owner.get("/api/imports/presets").json();
        assertThat(presets.valueStream().map(preset -> preset.get("id").asString())).contains("olist", "olist-reviews", "olist-products", "taobao");
        presets.forEach(preset -> assertThat(preset.get("aboutZh").asString() + preset.get("aboutEn").asString()).hasSizeGreaterThan(60));
    }
}
