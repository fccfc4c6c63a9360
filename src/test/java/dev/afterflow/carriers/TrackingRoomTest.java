package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.carriers.Trace.Scan;
import dev.afterflow.carriers.Trace.State;
import dev.afterflow.database.Fence;
import dev.afterflow.security.Visitor;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parcels followed and asked after through the played services, over HTTP: once, twice, late, forged. */
@RoomTest
class TrackingRoomTest {

    private static final String SHOP = "lanting";

    @LocalServerPort
    int port;
    @Autowired
    Carriers carriers;
    @Autowired
    CarrierHooks hooks;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    JsonMapper json;

    private final String waybill = "YT" + UUID.randomUUID().toString().replace("-", "").substring(0, 14).toUpperCase();
    private Visitor lin;

    @BeforeEach
    void somebodyAtTheSandbox() {
        lin = Visitor.as("lin", port);
    }

    private JsonNode act(String what, Map<String, ?> words) {
        Visitor.Answer answer = lin.post("/sandbox/world/carriers/" + what, json.writeValueAsString(words));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer.body().isBlank() ? json.createObjectNode() : answer.json();
    }

    private JsonNode scan(String carrier, String code, String how) {
        return act("scan", Map.of("waybill", waybill, "carrier", carrier, "code", code, "how", how));
    }

    private void follow(String carrier, String tail) {
        carriers.follow(SHOP, carrier, waybill, tail);
        until(() -> one("select followed_at is not null or note is not null from carriers.parcel where waybill = :waybill", Boolean.class));
    }

    private Trace known(String carrier) {
        return tx.execute(status -> new JdbcTraces(sql).find(SHOP, carrier, waybill));
    }

    private <T> T one(String question, Class<T> type) {
        return tx.execute(status -> sql.sql(question).param("waybill", waybill).query(type).single());
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(30)).until(holds);
    }

    @Test
    void aFollowedParcelTellsItsWayAndOrdersHearOfIt() {
        follow("yto", null);
        scan("yuantong", "1", "once");
        JsonNode pushed = scan("yuantong", "301", "once");

        assertThat(pushed.path("status").asInt()).isEqualTo(200);
        assertThat(pushed.path("answer").asString()).contains("\"result\":true").contains("\"returnCode\":\"200\"");
        until(() -> known("yto").state() == State.SIGNED);
        assertThat(known("yto").scans()).extracting(Scan::code).containsExactly("SIGNED", "PICKED_UP");
        until(() -> one("select count(*) from orders.scan where waybill = :waybill", Long.class) == 2);
        assertThat(one("select string_agg(code, ',' order by scanned_at) from orders.scan where waybill = :waybill", String.class)).isEqualTo("PICKED_UP,DELIVERED");
    }

    @Test
    void theSamePushTwiceIsOne() {
        follow("圆通速递", null);
        scan("yuantong", "1", "twice");

        until(() -> known("yto").state() == State.MOVING);
        assertThat(one("select count(*) from carriers.push where waybill = :waybill", Long.class)).isEqualTo(1);
        assertThat(known("yto").scans()).hasSize(1);
    }

    @Test
    void aLatePushTurnsNothingBack() {
        follow("yto", null);
        scan("yuantong", "5", "once");
        scan("yuantong", "304", "late");

        until(() -> one("select count(*) from carriers.push where waybill = :waybill and state = 'DONE'", Long.class) >= 2);
        assertThat(known("yto").state()).isEqualTo(State.SIGNED);
        assertThat(known("yto").scans().get(0).code()).isEqualTo("SIGNED_AT_POINT");
    }

    @Test
    void aForgedPushIsRefusedAndNothingIsKept() {
        follow("yto", null);
        assertThat(scan("yuantong", "301", "forged").path("status").asInt()).isEqualTo(401);
        assertThat(one("select count(*) from carriers.push where encode(body, 'escape') like '%' || :waybill || '%'", Long.class)).isZero();
    }

    @Test
    void sixtyDaysOfSilenceLoseTheParcel() {
        follow("yto", null);
        scan("yuantong", "0", "once");
        act("stall", Map.of("waybill", waybill));

        until(() -> known("yto").state() == State.LOST);
        assertThat(one("select note from carriers.parcel where waybill = :waybill", String.class)).isEqualTo("NO_CHANGE_60_DAYS");
        until(() -> one("select count(*) from orders.scan where waybill = :waybill and code = 'EXCEPTION'", Long.class) == 1);
    }

    @Test
    void aParcelAskedForIsKnownLaterAndAskedForOnceInHalfAnHour() {
        scan("yuantong", "1", "silent");
        carriers.trace(SHOP, "yto", waybill);
        carriers.trace(SHOP, "yto", waybill);

        until(() -> known("yto").state() == State.MOVING);
        assertThat(one("select count(*) from dispatch.outbox where ref like 'ask/lanting/yto/' || :waybill || '/%'", Long.class)).isEqualTo(1);
    }

    @Test
    void whoOnlyReadsHasNobodyAsked() {
        TransactionTemplate reading = new TransactionTemplate(tx.getTransactionManager());
        reading.setReadOnly(true);

        assertThat(reading.execute(status -> carriers.trace(SHOP, "yto", waybill)).state()).isEqualTo(State.UNKNOWN);
        assertThat(one("select count(*) from carriers.parcel where waybill = :waybill", Long.class)).isZero();
    }

    @Test
    void whoeverWantsAPhoneIsNotAskedWithoutAndFollowsWithOne() {
        follow("sf", null);
        assertThat(one("select note from carriers.parcel where waybill = :waybill", String.class)).isEqualTo("PHONE_NEEDED");

        carriers.follow(SHOP, "sf", waybill, "1234");
        until(() -> one("select followed_at is not null from carriers.parcel where waybill = :waybill", Boolean.class));
    }

    @Test
    void afterShipIsFollowedAskedAndHeard() {
        follow("fedex", null);
        String hook = Fence.within(List.of(SHOP), () -> hooks.of(SHOP, "aftership")).orElseThrow().url();
        act("console", Map.of("url", hook));
        assertThat(scan("fedex", "1", "twice").path("status").asInt()).isEqualTo(200);
        assertThat(scan("fedex", "301", "forged").path("status").asInt()).isEqualTo(401);

        until(() -> known("fedex").state() == State.MOVING);
        assertThat(one("select count(*) from carriers.push where waybill = :waybill", Long.class)).isEqualTo(1);
        carriers.trace(SHOP, "fedex", waybill);
        until(() -> known("fedex").state() == State.SIGNED);
    }

    @Test
    void aGenuinePushThatCannotBeFiledIsParkedWithItsReason() {
        TrackingSource.Hook hook = Fence.within(List.of(SHOP), () -> hooks.of(SHOP, "kuaidi")).orElseThrow();
        String param = "{\"status\":\"dancing\",\"lastResult\":{\"nu\":\"" + waybill + "\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(hook.url())).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("sign=" + KuaidiSign.of(param, hook.salt()) + "&param=" + URLEncoder.encode(param, StandardCharsets.UTF_8))).build();

        assertThat(Visitor.stranger(port).send(request).status()).isEqualTo(200);
        until(() -> one("select count(*) from carriers.push where reason = 'UNKNOWN_STATUS' and state = 'PARKED' and encode(body, 'escape') like '%' || :waybill || '%'", Long.class) == 1);
    }

    /** EasyPost and Track123 have no adapter: their shapes are refused at the door, whatever hook they know. */
    @Test
    void aServiceWithoutAnAdapterIsRefusedAtTheDoor() {
        String hook = Fence.within(List.of(SHOP), () -> hooks.of(SHOP, "aftership")).orElseThrow().url();
        String easyPost = "{\"description\":\"tracker.updated\",\"object\":\"Event\",\"result\":{\"object\":\"Tracker\",\"tracking_code\":\"" + waybill + "\",\"status\":\"in_transit\"}}";
        String track123 = "{\"trackingNumber\":\"" + waybill + "\",\"transitStatus\":\"Delivered\",\"trackInfo\":[]}";
        for (String service : List.of("easypost", "track123")) {
            String path = URI.create(hook).getPath().replace("/aftership/", "/" + service + "/");
            assertThat(Visitor.stranger(port).post(path, service.equals("easypost") ? easyPost : track123).status()).isEqualTo(404);
        }
        assertThat(Visitor.stranger(port).post(URI.create(hook).getPath(), easyPost).status()).isEqualTo(401);
        assertThat(one("select count(*) from carriers.push where encode(body, 'escape') like '%' || :waybill || '%'", Long.class)).isZero();
    }

    @Test
    void nobodysHookIsNoDoor() {
        assertThat(Visitor.stranger(port).post("/api/notices/tracking/kuaidi/0123456789abcdef0123456789abcdef01234567", "{}").status()).isEqualTo(404);
    }
}
