package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** Refunds through WeChat Pay and Stripe in earnest: engine, dispatcher, adapters, SDKs and the played providers; and their notices. */
@RoomTest
class ProviderRefundRoomTest {

    @Autowired
    private Payments payments;
    @Autowired
    private Listening listening;
    @Autowired
    private JdbcRefunds refunds;
    @Autowired
    private Providers providers;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;
    private Payouts payouts;
    private Invariants invariants;
    private ProviderTill till;
    private final String caseNumber = Payouts.aCase();
    private final String payment = "PAY-" + caseNumber;

    @BeforeEach
    void open() {
        payouts = new Payouts(payments, engine, outbox, jdbc, tx);
        invariants = new Invariants(jdbc, tx, payouts.shop);
        till = new ProviderTill(port);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"wechat,NONE,SUCCEEDED", "wechat,FAIL_BEFORE,SUCCEEDED", "wechat,FAIL_AFTER,SUCCEEDED", "wechat,LOSE_REPLY,SUCCEEDED",
        "wechat,GARBLE,SUCCEEDED", "wechat,LATE,SUCCEEDED", "wechat,PROCESSING,SUCCEEDED", "wechat,CLOSE,CLOSED", "wechat,REFUSE,REJECTED",
        "wechat,HOLD,SUCCEEDED", "wechat,LIMIT,SUCCEEDED",
        "stripe,NONE,SUCCEEDED", "stripe,FAIL_BEFORE,SUCCEEDED", "stripe,FAIL_AFTER,SUCCEEDED", "stripe,LOSE_REPLY,SUCCEEDED", "stripe,GARBLE,SUCCEEDED",
        "stripe,LATE,SUCCEEDED", "stripe,PROCESSING,SUCCEEDED", "stripe,CLOSE,CLOSED", "stripe,REFUSE,REJECTED", "stripe,HOLD,SUCCEEDED", "stripe,LIMIT,SUCCEEDED"})
    void whateverTheProviderDoesTheRefundEndsOnceAndTheProcessGoesOn(String provider, String fault, String end) {
        till.pays(provider, payment, Payouts.AMOUNT);
        till.plans(payment, fault);
        String number = decided(provider);
        String instance = payouts.start(caseNumber, 1, 0);

        await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200)).until(() -> {
            payouts.minutePassesUnlessUnderWay(number);
            return payouts.ended(number);
        });

        assertThat(payouts.state(number)).isEqualTo(end);
        payouts.awaitEnded(instance);
        assertThat(invariants.sandboxLog()).hasSize(end.equals("SUCCEEDED") ? 1 : 0);
        payouts.assertHolds(invariants.sandboxLog());
    }

    /** No courier carries this one, so that nothing but the notice can tell of its end. */
    @ParameterizedTest
    @ValueSource(strings = {"wechat", "stripe"})
    void aNoticeIsTakenOnceAndSettlesByAsking(String provider) {
        till.pays(provider, payment, Payouts.AMOUNT);
        String number = parked(provider);
        listening.listen(payouts.shop, provider);
        Refund refund = tx.execute(status -> {
            refunds.sending(number);
            return refunds.find(number).orElseThrow();
        });
        assertThat(providers.find(provider).orElseThrow().refund(refund.ask()).result()).isEqualTo(Provider.Result.SUCCEEDED);

        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.ended(number));

        assertThat(settledBy(number)).isEqualTo("notice");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(inboxStates(number)).isNotEmpty().containsOnly("DONE"));
        payouts.assertHolds(invariants.sandboxLog());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat", "stripe"})
    void aNoticeWithoutTheProvidersSealIsRefusedAndNothingIsKept(String provider) {
        String number = parked(provider);
        String body = "{\"id\":\"evt_forged\",\"object\":\"event\",\"livemode\":false,\"event_type\":\"REFUND.SUCCESS\",\"data\":{\"object\":{\"object\":\"refund\","
            + "\"metadata\":{\"refund_no\":\"" + number + "\"}}},\"resource\":{\"algorithm\":\"AEAD_AES_256_GCM\",\"ciphertext\":\"AAAA\",\"associated_data\":\"refund\",\"nonce\":\"EfLKw6XMoZ1w\"}}";
        String time = String.valueOf(System.currentTimeMillis() / 1000);
        int answered = RestClient.create("http://127.0.0.1:" + port).post().uri(path(provider)).contentType(MediaType.APPLICATION_JSON)
            .header("Wechatpay-Timestamp", time).header("Wechatpay-Nonce", "n").header("Wechatpay-Serial", "PUB_KEY_ID_0119000001092026113000000000000001")
            .header("Wechatpay-Signature", "WECHATPAY/SIGNTEST/AAAA").header("Stripe-Signature", "t=" + time + ",v1=" + "0".repeat(64))
            .body(body).retrieve().onStatus(HttpStatusCode::isError, (request, response) -> { }).toBodilessEntity().getStatusCode().value();
        assertThat(answered).isEqualTo(401);
        assertThat(inboxStates(number)).isEmpty();
    }

    @Test
    void manyRefundsThroughThreeBadProvidersArePaidOnceEach() {
        List<String> providers = List.of("alipay", "wechat", "stripe");
        List<String> faults = List.of("FAIL_BEFORE", "FAIL_AFTER", "LOSE_REPLY", "GARBLE", "PROCESSING", "LATE", "NONE");
        List<String> cases = IntStream.range(0, 21).mapToObj(each -> caseNumber + "-" + each).toList();
        List<String> numbers = cases.stream().flatMap(name -> {
            String provider = providers.get(cases.indexOf(name) % 3);
            till.pays(provider, "PAY-" + name, Payouts.AMOUNT);
            till.plans("PAY-" + name, faults.get(cases.indexOf(name) % faults.size()));
            return payouts.decide(payouts.decision(name, 1, Payouts.AMOUNT, Payouts.payment(provider, name))).stream();
        }).toList();
        cases.forEach(name -> payouts.start(name, 1, 0));

        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(300)).until(() -> {
            numbers.forEach(payouts::minutePassesUnlessUnderWay);
            return numbers.stream().allMatch(payouts::ended);
        });

        assertThat(invariants.sandboxLog()).containsExactlyInAnyOrderElementsOf(numbers);
        payouts.assertHolds(invariants.sandboxLog());
    }

    @Test
    void aRefundThatComesBackFromTheBankAfterItWasPaidIsBookedBackAndAPersonIsTold() {
        till.pays("stripe", payment, Payouts.AMOUNT);
        String number = decided("stripe");
        listening.listen(payouts.shop, "stripe");
        payouts.start(caseNumber, 1, 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.ended(number));

        till.comesBack(number);

        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.state(number).equals("RETURNED"));
        assertThat(alarms(number)).contains("RETURNED");
        payouts.assertHolds(invariants.sandboxLog());
    }

    private String decided(String provider) {
        return payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment(provider, caseNumber))).get(0);
    }

    private String parked(String provider) {
        String number = decided(provider);
        payouts.onLane("test/" + number, number);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        return number;
    }

    private String path(String provider) {
        return tx.execute(status -> jdbc.sql("select '/api/notices/payments/' || provider || '/' || token from payments.hook where shop_id = :shop and provider = :provider")
            .param("shop", payouts.shop).param("provider", provider).query(String.class).single());
    }

    private String settledBy(String number) {
        return tx.execute(status -> jdbc.sql("select settled_by from payments.refund where refund_no = :no").param("no", number).query(String.class).single());
    }

    private List<String> inboxStates(String number) {
        return tx.execute(status -> jdbc.sql("select state from payments.inbox where refund_no = :no and shop_id = :shop").param("no", number)
            .param("shop", payouts.shop).query(String.class).list());
    }

    private List<String> alarms(String number) {
        return tx.execute(status -> jdbc.sql("select kind from payments.alarm where refund_no = :no").param("no", number).query(String.class).list());
    }
}
