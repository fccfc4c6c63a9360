package dev.afterflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Attack A-25: whoever acts on many at once is counted first, needs a second person where money moves, and leaves the query in the audit. */
@RoomTest
class BatchRoomTest extends Floor {

    private final List<String> opened = new ArrayList<>();
    @Autowired
    ManagementService management;

    @AfterEach
    void takeTheTroubleAway() {
        opened.forEach(shop -> transaction.executeWithoutResult(status ->
                sql.sql("delete from dispatch.outbox where shop_id = :shop").param("shop", shop).update()));
    }

    @Test
    void aHundredAndOneRefundsAreCountedAskedForAndConfirmedByAnother() {
        String shop = stuckRefunds(101);
        String key = group(shop);
        assertThat(as("lin").post("/api/cockpit/retries/count?shop=" + shop, wish(key, "")).status()).isEqualTo(403);

        JsonNode count = as("manager").post("/api/cockpit/retries/count?shop=" + shop, wish(key, "")).json();
        assertThat(count.path("rows").asInt()).isEqualTo(101);
        assertThat(count.path("money").asBoolean()).isTrue();
        assertThat(count.path("secondPerson").asBoolean()).isTrue();
        assertThat(kept(shop)).as("counting keeps nothing").isZero();

        JsonNode asked = asks("manager", shop, wish(key, ",\"lookedAt\":true"));
        assertThat(asked.at("/retry/state").asString()).isEqualTo("ASKED");
        Answer again = as("manager").post("/api/cockpit/retries?shop=" + shop, wish(key, ",\"lookedAt\":true"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("cockpit.secondPerson");
        String elsewhere = stuckRefunds(1);
        assertThat(asks("zhou", elsewhere, wish(key, ",\"lookedAt\":true")).at("/retry/total").asInt()).as("the same cause in another shop is another wish").isEqualTo(1);
        assertThat(hurried(shop)).as("until then nothing is touched").isZero();

        JsonNode confirmed = asks("zhou", shop, wish(key, ",\"lookedAt\":true"));
        assertThat(confirmed.at("/retry/confirmedBy").asString()).isEqualTo("zhou");
        assertThat(confirmed.at("/retry/askedBy").asString()).isEqualTo("manager");
        ends("zhou", confirmed);
        assertThat(hurried(shop)).isEqualTo(101);
        assertThat(told("RETRY_ASKED", asked)).contains(key, shop, "\"refs\"", "\"rows\"");
        assertThat(told("RETRY_CONFIRMED", asked)).contains("101");
    }

    @Test
    void manySmallWishesOfOnePersonCountAsTheLargeOneTheyAre() {
        String first = stuckRefunds(60);
        JsonNode alone = asks("director", first, wish(group(first), ",\"lookedAt\":true"));
        assertThat(alone.at("/retry/state").asString()).isEqualTo("RUNNING");
        ends("director", alone);
        String second = stuckRefunds(60);
        assertThat(asks("director", second, wish(group(second), ",\"lookedAt\":true")).at("/retry/state").asString()).isEqualTo("ASKED");
        assertThat(hurried(second)).isZero();
    }

    @Test
    void whatNobodyConfirmsInADayIsFreeAgain() {
        String shop = stuckRefunds(101);
        JsonNode asked = asks("zhou", shop, wish(group(shop), ",\"lookedAt\":true"));
        transaction.executeWithoutResult(status -> sql.sql("update cockpit.retry set asked_at = asked_at - interval '25 hours' where id = :id")
                .param("id", asked.at("/retry/id").asLong()).update());
        ends("zhou", asked);
        assertThat(hurried(shop)).isZero();
        assertThat(asks("zhou", shop, wish(group(shop), ",\"lookedAt\":true")).at("/retry/state").asString()).isEqualTo("ASKED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests", "disputes", "messages", "parcels", "receipts", "statements"})
    void aFileOfWhatMoneyFollowsFromIsTakenFromNobody(String kind) {
        String shop = open("Asia/Shanghai", "CNY");
        Answer refused = as("zhao").upload("/api/imports", List.of(
                new Visitor.Part("job", null, "application/json", ("{\"shop\":\"" + shop + "\",\"kind\":\"" + kind + "\",\"mapping\":{\"main\":\"m\",\"files\":{\"m\":{}},\"fields\":{}}}").getBytes(StandardCharsets.UTF_8)),
                new Visitor.Part("files", "many.csv", "text/csv", "a\n1\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("machineOnly");
    }

    @Test
    void liftingTheFreezeTellsHowManyWaitAndIsForAdministratorsOnly() {
        stuckRefunds(7);
        assertThat(as("admin").get("/api/dispatch/freeze").json().path("waiting").asLong()).isGreaterThanOrEqualTo(7);
        assertThat(as("director").put("/api/dispatch/freeze", "{\"frozen\":false,\"reason\":\"x\"}").status()).isEqualTo(403);
    }

    /** The engine's own batches and its history's deletion have no door in this house, and nothing of the kind has ever run. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/history/process-instance/delete", "/engine-rest/process-instance/delete", "/engine-rest/process-instance/variables-async",
            "/engine-rest/batch", "/engine-rest/history/batch", "/engine-rest/modification/executeAsync", "/engine-rest/migration/executeAsync", "/engine-rest/job/retries",
            "/api/modeler/engine-rest/batch", "/api/modeler/engine-rest/history/process-instance/delete", "/api/modeler/engine-rest/process-instance/delete",
            "/camunda/api/engine/engine/default/batch", "/camunda/app/cockpit/default/"})
    void theEnginesOwnBatchesHaveNoDoor(String path) {
        for (String login : List.of("admin", "owner", "director")) {
            Answer read = as(login).get(path);
            assertThat(read.status() >= 400 || read.header("Content-Type").startsWith("text/html")).as("GET as %s: no more than the web app's page, %s", login, read.body()).isTrue();
            assertThat(as(login).post(path, "{\"processInstanceIds\":[\"x\"],\"deleteReason\":\"x\"}").status()).as("POST as %s", login).isBetween(400, 499);
        }
        assertThat(management.createBatchQuery().count()).isZero();
        assertThat(seen(() -> sql.sql("select count(*) from public.act_ru_jobdef where job_type_ like '%batch%' or job_type_ like 'instance-%'").query(Long.class).single())).isZero();
    }

    /** So many effects of money that keep failing, with no lane that anybody works; the shop they are in. */
    private String stuckRefunds(int many) {
        String shop = open("Asia/Shanghai", "CNY");
        opened.add(shop);
        transaction.executeWithoutResult(status -> sql.sql("""
                insert into dispatch.outbox (kind, lane, ref, shop_id, attempts, next_at, last_error)
                select 'refund', 'nobody/batch', :shop || '/' || n, :shop, 9, now() + interval '1 hour', 'SocketTimeoutException' from generate_series(1, :many) n
                """).param("shop", shop).param("many", many).update());
        return shop;
    }

    private String group(String shop) {
        JsonNode groups = looks("manager", "/incidents?shop=" + shop);
        assertThat(groups).as("%s", groups).hasSize(1);
        return groups.path(0).path("key").asString();
    }

    private static String wish(String key, String more) {
        return "{\"group\":\"" + key + "\"" + more + "}";
    }

    private JsonNode asks(String login, String shop, String wish) {
        Answer asked = as(login).post("/api/cockpit/retries?shop=" + shop, wish);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return asked.json();
    }

    private void ends(String login, JsonNode asked) {
        String path = "/api/cockpit/retries/" + asked.at("/retry/id").asLong();
        await("retry done").atMost(Duration.ofSeconds(30)).until(() -> as(login).get(path).json().at("/retry/state").asString().equals("DONE"));
    }

    private long kept(String shop) {
        return seen(() -> sql.sql("select count(*) from cockpit.retry_row where shop_id = :shop").param("shop", shop).query(Long.class).single());
    }

    private long hurried(String shop) {
        return seen(() -> sql.sql("select count(*) from dispatch.outbox where shop_id = :shop and next_at <= now()").param("shop", shop).query(Long.class).single());
    }

    private String told(String action, JsonNode asked) {
        return seen(() -> sql.sql("select details::text from security.audit where action = :action and object_id = :id").param("action", action)
                .param("id", Long.toString(asked.at("/retry/id").asLong())).query(String.class).single());
    }
}
