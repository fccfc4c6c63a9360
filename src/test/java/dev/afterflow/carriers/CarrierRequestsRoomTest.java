package dev.afterflow.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.afterflow.RoomTest;
import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests reach a carrier at most once, by work order, mail or hand; what a clerk writes settles them or waits for a person. */
@RoomTest
class CarrierRequestsRoomTest {

    private static final String SHOP = "lanting";

    @LocalServerPort
    int port;
    @Autowired
    Carriers carriers;
    @Autowired
    JdbcCarrierRequests requests;
    @Autowired
    Outbox outbox;
    @Autowired
    Shops shops;
    @Autowired
    JdbcClient sql;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    JsonMapper json;

    private final String number = "C" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    private final String waybill = "YT" + number.substring(1, 15);
    private Visitor lin;

    @BeforeEach
    void somebody() {
        lin = Visitor.as("lin", port);
    }

    @AfterEach
    void clear() {
        act("weather", Map.of("carrier", "work-order", "sky", "CLEAR"));
    }

    private JsonNode act(String what, Map<String, ?> words) {
        Visitor.Answer answer = lin.post("/sandbox/world/carriers/" + what, json.writeValueAsString(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void send(String shop, String carrier, Kind kind) {
        tx.executeWithoutResult(status -> carriers.send(new CarrierRequest(number, "LT-2026-7", shop, carrier, waybill, kind,
            kind == Kind.CLAIM ? new Money(12_950, "CNY") : null, "签收时外箱破损，内件损坏")));
    }

    private JdbcCarrierRequests.Row row() {
        return tx.execute(status -> requests.find(number)).orElseThrow();
    }

    private List<JdbcCarrierRequests.Said> said() {
        return tx.execute(status -> requests.said(number));
    }

    private long atTheCarrier() {
        return tx.execute(status -> sql.sql("select count(*) from sandbox.work_order where reference = :number").param("number", number).query(Long.class).single());
    }

    private long id() {
        return tx.execute(status -> sql.sql("select id from sandbox.work_order where reference = :number").param("number", number).query(Long.class).single());
    }

    /** Whether the request stands on some page of the list. */
    private boolean listed(String list) {
        String after = null;
        do {
            JsonNode page = lin.get("/api/carrier-requests?limit=100&list=" + list + (after == null ? "" : "&after=" + after)).json();
            if (page.path("items").findValuesAsString("number").contains(number)) {
                return true;
            }
            after = page.path("next").stringValue(null);
        } while (after != null);
        return false;
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(30)).until(holds);
    }

    private void answer(String outcome, Long minor, String words) {
        act("answer", words == null ? Map.of("id", id(), "outcome", outcome, "minor", minor == null ? 0 : minor) : Map.of("id", id(), "outcome", outcome, "words", words));
    }

    @Test
    void aClaimIsFiledAcknowledgedAndPaidInPart() {
        send(SHOP, "yto", Kind.CLAIM);
        until(() -> row().state().equals("SENT"));
        assertThat(row().channel()).isEqualTo(Channel.WORK_ORDER);
        assertThat(row().reference()).isEqualTo(String.valueOf(id()));
        assertThat(said()).extracting(JdbcCarrierRequests.Said::verdict).containsExactly("RECEIVED");

        answer("PART", 5_000L, null);
        until(() -> row().state().equals("ANSWERED"));
        assertThat(said()).last().satisfies(last -> {
            assertThat(last.verdict()).isEqualTo("PART");
            assertThat(last.amount()).isEqualTo(new Money(5_000, "CNY"));
        });
        assertThat(lin.get("/sandbox/world/carriers/statement").body()).contains(number + "," + id() + ",5000,CNY,");
    }

    @Test
    void aClerkMayAskForMoreAndThenRefuse() {
        send(SHOP, "yto", Kind.CLAIM);
        until(() -> row().state().equals("SENT"));
        answer("ASK", null, null);
        until(() -> said().stream().anyMatch(each -> each.verdict().equals("ASKS_MORE")));
        assertThat(row().state()).isEqualTo("SENT");

        answer("DENY", null, null);
        until(() -> row().state().equals("ANSWERED"));
        assertThat(said()).extracting(JdbcCarrierRequests.Said::verdict).containsExactly("RECEIVED", "ASKS_MORE", "DENIED");
    }

    @Test
    void aLostAnswerIsNeitherYesNorNoAndNothingIsSentTwice() {
        act("weather", Map.of("carrier", "work-order", "sky", "LOST_ANSWER"));
        send(SHOP, "yto", Kind.CLAIM);
        until(() -> atTheCarrier() == 1 && tx.execute(status -> sql.sql("select count(*) from dispatch.attempt where ref = :number").param("number", number)
            .query(Long.class).single()) == 1);
        assertThat(row().state()).isEqualTo("SENDING");
        outbox.hurry(Carriers.OUTBOX, number);
        act("weather", Map.of("carrier", "work-order", "sky", "CLEAR"));

        answer("AGREE", null, null);
        until(() -> row().state().equals("ANSWERED"));
        assertThat(atTheCarrier()).isEqualTo(1);
        assertThat(said()).last().satisfies(last -> assertThat(last.amount()).isEqualTo(new Money(12_950, "CNY")));
    }

    @Test
    void aCallbackThatNamesSomebodyElsesWorkOrderProvesNothing() {
        act("weather", Map.of("carrier", "work-order", "sky", "LOST_ANSWER"));
        send(SHOP, "yto", Kind.CLAIM);
        until(() -> atTheCarrier() == 1 && row().state().equals("SENDING"));
        act("weather", Map.of("carrier", "work-order", "sky", "CLEAR"));
        String hook = tx.execute(status -> sql.sql("select token from carriers.hook where source = 'work-order' and shop_id = :shop").param("shop", SHOP).query(String.class).single());

        assertThat(Visitor.stranger(port).post("/api/notices/tracking/work-order/" + hook + "/" + number, "{\"id\":1}").status()).isEqualTo(200);
        assertThat(Visitor.stranger(port).post("/api/notices/tracking/work-order/" + hook + "/NOBODYS", "{\"id\":1}").status()).isEqualTo(404);
        until(() -> "1".equals(row().hint()));
        assertThat(row().reference()).isNull();
        assertThat(row().state()).isIn("SENDING", "CHECK");
    }

    @Test
    void whatAClerkWritesThatMayMeanTwoThingsWaitsForAPerson() {
        send(SHOP, "yto", Kind.CLAIM);
        until(() -> row().state().equals("SENT"));
        answer("ASK", null, "您好，赔付金额待网点确认，稍后回复。");
        until(() -> row().unread() != null);
        assertThat(listed("read")).isTrue();

        String door = "/api/carrier-requests/" + number + "/answer";
        assertThat(lin.post(door, "{\"verdict\":\"AGREED\"}").status()).isEqualTo(422);
        assertThat(lin.post(door, "{\"verdict\":\"PART\",\"amount\":{\"minor\":8000,\"currency\":\"CNY\"},\"words\":\"电话确认\"}").status()).isEqualTo(200);
        assertThat(row().state()).isEqualTo("ANSWERED");
        assertThat(row().unread()).isNull();
        assertThat(lin.post("/api/carrier-requests/" + number + "/answer", "{\"verdict\":\"DENIED\"}").status()).isEqualTo(409);
    }

    @Test
    void aChaseIsAnsweredInWords() {
        send(SHOP, "sto", Kind.CHASE);
        until(() -> row().state().equals("SENT"));
        answer("CHASED", null, null);
        until(() -> row().state().equals("ANSWERED"));
        assertThat(said()).last().satisfies(last -> assertThat(last.verdict()).isEqualTo("AGREED"));
    }

    @Test
    void whereNoMachineLeadsAPersonFilesItWithAllThereIsToPaste() {
        send(SHOP, "ups", Kind.CLAIM);
        assertThat(listed("file")).isTrue();
        JsonNode shown = lin.get("/api/carrier-requests/" + number).json();
        assertThat(shown.path("text").asString()).contains(waybill).contains("129.50 CNY").contains("外箱破损").contains(number);

        assertThat(lin.post("/api/carrier-requests/" + number + "/filed", "{\"reference\":\"PORTAL-77\"}").json().at("/request/state").asString()).isEqualTo("SENT");
        assertThat(lin.post("/api/carrier-requests/" + number + "/filed", "{}").status()).isEqualTo(409);
        assertThat(Visitor.as("he", port).get("/api/carrier-requests/" + number).status()).isEqualTo(403);
        assertThat(lin.get("/api/carrier-requests/NOBODYS").status()).isEqualTo(404);
    }

    @Test
    void aLetterGoesOnceAndAPersonLooksWhenNobodyKnows() throws Exception {
        String shop = "mail-" + UUID.randomUUID().toString().substring(0, 8);
        shops.open(new Shop(shop, Prefixes.fresh(), "信店", "信", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        post.start();
        try {
            connect(shop, "mail", Map.of("host", "127.0.0.1", "port", String.valueOf(post.getSmtp().getPort()), "encryption", "none", "sender", "care@shop.example"));
            connect(shop, "carrier-mail", Map.of("ups", "claims@ups.example"));
            assertThat(carriers.channel(shop, "ups")).isEqualTo(Channel.MAIL);

            send(shop, "ups", Kind.CLAIM);
            until(() -> row().state().equals("SENT"));
            MimeMessage letter = post.getReceivedMessages()[0];
            assertThat(letter.getSubject()).contains(waybill).contains(number);
            assertThat(letter.getMessageID()).isEqualTo("<" + number + "@shop.example>");
            assertThat(row().reference()).isEqualTo("<" + number + "@shop.example>");

            tx.executeWithoutResult(status -> sql.sql("update carriers.request set state = 'SENDING' where number = :number").param("number", number).update());
            outbox.ensure(Carriers.OUTBOX, CarrierCourier.lane(shop, "ups"), number, shop);
            until(() -> row().state().equals("CHECK"));
            assertThat(post.getReceivedMessages()).hasSize(1);

            assertThat(Visitor.as("admin", port).post("/api/carrier-requests/" + number + "/send-again", "{}").status()).isEqualTo(403);
        } finally {
            post.stop();
        }
    }

    private void connect(String shop, String partner, Map<String, String> settings) {
        Visitor.Answer saved = Visitor.as("admin", port).put("/api/connections/" + shop + "/" + partner,
            json.writeValueAsString(Map.of("settings", settings, "secrets", Map.of(), "inUse", true)));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }
}
