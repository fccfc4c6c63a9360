package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox page's buttons for providers: few calls a second, notices twice, late, out of order and forged, disputes by hand. */
@RoomTest
class ProviderActsRoomTest {

    private static final int MANY = 12;

    @Autowired
    private Payments payments;
    @Autowired
    private Listening listening;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private JsonMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;
    private Payouts payouts;
    private Invariants invariants;
    private ProviderTill till;
    private Visitor visitor;

    @BeforeEach
    void open() {
        payouts = new Payouts(payments, engine, outbox, jdbc, tx);
        invariants = new Invariants(jdbc, tx, payouts.shop);
        till = new ProviderTill(port);
        visitor = Visitor.as("admin", port);
    }

    @AfterEach
    void noLimits() {
        List.of("wechat", "stripe").forEach(provider -> visitor.post("/sandbox/world/providers/limit", "{\"provider\":\"" + provider + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat", "stripe"})
    void aProviderThatTakesFewCallsASecondIsWaitedForAndTheOthersAreNot(String provider) {
        press("limit", Map.of("provider", provider, "perSecond", 3));
        List<String> numbers = IntStream.range(0, MANY).mapToObj(each -> started(provider)).toList();
        String other = started("alipay");

        await().atMost(Duration.ofSeconds(15)).until(() -> payouts.ended(other));
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(300)).until(() -> {
            numbers.forEach(this::windowPasses);
            return numbers.stream().allMatch(payouts::ended);
        });

        assertThat(numbers).allSatisfy(number -> assertThat(payouts.state(number)).isEqualTo("SUCCEEDED"));
        assertThat(count("select count(*) from dispatch.attempt where shop_id = :shop and http_status = 429")).as("the limit was met, and not for long").isBetween(1, 3 * MANY);
        assertThat(count("select count(*) from payments.alarm where shop_id = :shop")).as("nobody was bothered").isZero();
        payouts.assertHolds(invariants.sandboxLog());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat", "stripe", "alipay"})
    void whateverIsToldOfAPaidRefundItStaysPaidOnceAndForgeriesAreKeptOut(String provider) {
        String number = started(provider);
        listening.listen(payouts.shop, provider);
        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.ended(number));

        assertThat(told(number, "TWICE")).isEqualTo(200);
        assertThat(told(number, "AGAIN")).isEqualTo(200);
        assertThat(told(number, "FORGED")).isEqualTo(401);
        if (!provider.equals("alipay")) {
            assertThat(told(number, "OUT_OF_ORDER")).isEqualTo(200);
        }
        assertThat(press("tell", Map.of("refundNo", number, "how", "LATE")).path("status").asInt()).as("told in half a minute").isZero();

        await().atMost(Duration.ofSeconds(30)).until(() -> count("select count(*) from payments.inbox where shop_id = :shop and state = 'NEW'") == 0);
        assertThat(payouts.state(number)).isEqualTo("SUCCEEDED");
        assertThat(count("select count(*) from payments.alarm where shop_id = :shop")).isZero();
        payouts.assertHolds(invariants.sandboxLog());
    }

    @Test
    void aBankTakesAPaymentBackByHandAndDecides() {
        String caseNumber = Payouts.aCase();
        till.pays("stripe", "PAY-" + caseNumber, Payouts.AMOUNT);
        JsonNode opened = press("dispute", Map.of("payment", "PAY-" + caseNumber, "reason", "fraudulent"));
        assertThat(opened.path("status").asString()).isEqualTo("needs_response");
        JsonNode scene = visitor.get("/sandbox/world/providers").json();
        assertThat(scene.path("disputes").findValuesAsString("payment")).contains("PAY-" + caseNumber);
        assertThat(scene.path("payments").findValuesAsString("payment")).doesNotContain("PAY-" + caseNumber);
        assertThat(press("decide", Map.of("id", opened.path("id").asString(), "won", false)).path("status").asString()).isEqualTo("lost");
    }

    @Test
    void whatIsNotThereIsNotPlayed() {
        assertThat(post("tell", Map.of("refundNo", "R-nobodys", "how", "AGAIN")).status()).isEqualTo(404);
        assertThat(post("tell", Map.of("refundNo", "R-nobodys")).status()).isEqualTo(422);
        assertThat(post("dispute", Map.of("payment", "PAY-nobodys")).status()).isEqualTo(404);
        assertThat(post("decide", Map.of("id", "dp_nobodys")).status()).isEqualTo(404);
        assertThat(post("return", Map.of("refundNo", "R-nobodys")).status()).isEqualTo(404);
        assertThat(post("limit", Map.of("provider", "nobody")).status()).isEqualTo(422);
    }

    private String started(String provider) {
        String caseNumber = Payouts.aCase();
        till.pays(provider, "PAY-" + caseNumber, Payouts.AMOUNT);
        String number = payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment(provider, caseNumber))).get(0);
        payouts.start(caseNumber, 1, 0);
        return number;
    }

    /** The settle window is over; the provider's pace is kept as it is. */
    private void windowPasses(String number) {
        tx.executeWithoutResult(status -> {
            jdbc.sql("select 1 from payments.refund where refund_no = :no for update").param("no", number).query().listOfRows();
            int waits = jdbc.sql("""
                update dispatch.outbox set next_at = now() where kind = 'refund' and ref = :no and not done and lease_until is null and next_at > now()
                  and last_error is distinct from 'the partner wants it slower'""").param("no", number).update();
            jdbc.sql("""
                update payments.refund set last_sent = last_sent - interval '61 seconds', first_sent = first_sent - interval '61 seconds'
                where :waits = 1 and refund_no = :no""").param("waits", waits).param("no", number).update();
        });
    }

    private int told(String number, String how) {
        return press("tell", Map.of("refundNo", number, "how", how)).path("status").asInt();
    }

    private JsonNode press(String what, Map<String, ?> words) {
        Visitor.Answer answer = post(what, words);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Visitor.Answer post(String what, Map<String, ?> words) {
        return visitor.post("/sandbox/world/providers/" + what, json.writeValueAsString(words));
    }

    private int count(String sql) {
        return tx.execute(status -> jdbc.sql(sql).param("shop", payouts.shop).query(Integer.class).single());
    }
}
