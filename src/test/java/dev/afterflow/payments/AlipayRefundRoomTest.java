package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** Refunds through Alipay in earnest: engine, dispatcher, adapter, SDK and the played gateway; and its notices, true and forged. */
@RoomTest
class AlipayRefundRoomTest {

    @Autowired
    private Payments payments;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @Autowired
    private Environment environment;
    @LocalServerPort
    private int port;
    private Payouts payouts;
    private Invariants invariants;
    private ProviderTill till;
    private final String caseNumber = Payouts.aCase();
    private final String payment = "PAY-" + caseNumber;

    @BeforeEach
    void aBuyerPaid() {
        payouts = new Payouts(payments, engine, outbox, jdbc, tx);
        invariants = new Invariants(jdbc, tx, payouts.shop);
        till = new ProviderTill(port);
        till.pays("alipay", payment, Payouts.AMOUNT);
    }

    @ParameterizedTest(name = "Alipay: {0}")
    @CsvSource({"NONE,SUCCEEDED", "FAIL_BEFORE,SUCCEEDED", "FAIL_AFTER,SUCCEEDED", "LOSE_REPLY,SUCCEEDED", "GARBLE,SUCCEEDED",
        "LATE,SUCCEEDED", "PROCESSING,SUCCEEDED", "REFUSE,REJECTED", "CLOSE,REJECTED", "ABNORMAL,SUCCEEDED"})
    void whateverAlipayDoesTheRefundEndsOnceAndTheProcessGoesOn(String fault, String end) {
        till.plans(payment, fault);
        String number = decided();
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

    @Test
    void manyRefundsThroughABadAlipayArePaidOnceEach() {
        List<String> faults = List.of("FAIL_BEFORE", "FAIL_AFTER", "LOSE_REPLY", "GARBLE", "PROCESSING", "LATE", "NONE");
        List<String> cases = IntStream.range(0, 21).mapToObj(each -> caseNumber + "-" + each).toList();
        List<String> numbers = cases.stream().flatMap(name -> {
            till.pays("alipay", "PAY-" + name, Payouts.AMOUNT);
            till.plans("PAY-" + name, faults.get(cases.indexOf(name) % faults.size()));
            return payouts.decide(payouts.decision(name, 1, Payouts.AMOUNT, Payouts.payment("alipay", name))).stream();
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
    void aRefundThatWaitsForTheBalanceIsSentAgainUnderItsNumberAndPeopleAreTold() {
        till.plans(payment, Collections.nCopies(40, "ABNORMAL").toArray(String[]::new));
        String number = decided();
        payouts.start(caseNumber, 1, 0);

        await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200)).until(() -> {
            payouts.minutePassesUnlessUnderWay(number);
            return sends(number) >= 3;
        });

        assertThat(payouts.state(number)).isEqualTo("SENT");
        assertThat(invariants.sandboxLog()).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(() -> engine.getTaskService().createTaskQuery()
            .processInstanceBusinessKey(caseNumber).taskDefinitionKey("chaseRefund").count() == 1);
        payouts.assertHolds(List.of());
    }

    @Test
    void aNoticeIsTakenOnceIsAnsweredWithSuccessAndSettlesByAsking() {
        till.plans(payment, "LOSE_REPLY");
        String number = decided();
        payouts.start(caseNumber, 1, 0);

        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.ended(number));

        assertThat(settledBy(number)).isEqualTo("notice");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(inboxStates(number)).containsExactly("DONE"));
        await().atMost(Duration.ofSeconds(30)).until(() -> tx.execute(status -> jdbc.sql("""
            select bool_and(sent) from sandbox.notice where teller = 'alipay' and body like '%' || :no || '%'""").param("no", number)
            .query(Boolean.class).single()));
        payouts.assertHolds(invariants.sandboxLog());
    }

    @Test
    void aNoticeThatLiesAboutTheMoneyIsAHintAndMovesNothing() {
        String number = parked();
        assertThat(post(signed(notice(number))).getBody()).isEqualTo("success");
        assertThat(post(signed(notice(number))).getBody()).isEqualTo("success");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(inboxStates(number)).containsExactly("DONE"));
        assertThat(payouts.state(number)).isEqualTo("REQUESTED");
        payouts.assertHolds(List.of());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"app_id,2021999", "seller_id,2088999", "out_trade_no,PAY-other", "total_amount,129.51", "refund_fee,129.51",
        "refund_fee,129.49", "refund_fee,x", "sign_type,RSA"})
    void aGenuineNoticeThatIsNotAboutOurMoneyIsRefused(String word, String value) {
        String number = parked();
        Map<String, String> words = notice(number);
        words.put(word, value);
        assertThat(post(signed(words)).getStatusCode().value()).isEqualTo(401);
        assertThat(inboxStates(number)).isEmpty();
    }

    @Test
    void aForgedNoticeIsRefusedWhateverItSays() {
        String number = parked();
        Map<String, String> changed = signed(notice(number));
        changed.put("refund_fee", "1.00");
        Map<String, String> unsigned = notice(number);
        unsigned.put("sign_type", "RSA2");
        assertThat(post(changed).getStatusCode().value()).isEqualTo(401);
        assertThat(post(unsigned).getStatusCode().value()).isEqualTo(401);
        assertThat(post(path(), "%%%").getStatusCode().value()).isEqualTo(401);
        assertThat(post(path(), form(signed(notice(number))) + "&app_id=2").getStatusCode().value()).isEqualTo(401);
        assertThat(post("/api/notices/payments/alipay/" + "0".repeat(40), form(signed(notice(number)))).getStatusCode().value()).isEqualTo(404);
        assertThat(inboxStates(number)).isEmpty();
    }

    private String decided() {
        return payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment("alipay", caseNumber))).get(0);
    }

    private String parked() {
        String number = decided();
        payouts.onLane("test/" + number, number);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        return number;
    }

    private Map<String, String> notice(String number) {
        return new HashMap<>(Map.of("notify_id", "N" + number, "notify_type", "trade_status_sync", "charset", "utf-8",
            "app_id", environment.getProperty("afterflow.sandbox.alipay.app-id"),
            "seller_id", environment.getProperty("afterflow.sandbox.alipay.seller-id"),
            "out_trade_no", payment, "out_biz_no", number, "total_amount", "129.50", "refund_fee", "129.50"));
    }

    private Map<String, String> signed(Map<String, String> words) {
        try {
            Map<String, String> signed = new HashMap<>(words);
            String type = signed.getOrDefault("sign_type", "RSA2");
            signed.remove("sign_type");
            signed.put("sign", AlipaySignature.rsaSign(AlipaySignature.getSignContent(signed),
                environment.getProperty("afterflow.sandbox.alipay.private-key"), "utf-8", type));
            signed.put("sign_type", type);
            return signed;
        } catch (AlipayApiException unusable) {
            throw new AssertionError(unusable);
        }
    }

    private ResponseEntity<String> post(Map<String, String> words) {
        return post(path(), form(words));
    }

    private static String form(Map<String, String> words) {
        return words.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }

    private ResponseEntity<String> post(String path, String body) {
        return RestClient.create("http://127.0.0.1:" + port).post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body(body.getBytes(StandardCharsets.US_ASCII)).retrieve()
            .onStatus(HttpStatusCode::isError, (request, response) -> { }).toEntity(String.class);
    }

    private String path() {
        return tx.execute(status -> jdbc.sql("""
            select '/api/notices/payments/alipay/' || token from payments.hook where shop_id = :shop and provider = 'alipay'""")
            .param("shop", payouts.shop).query(String.class).single());
    }

    private int sends(String number) {
        return tx.execute(status -> jdbc.sql("select coalesce(max(sends), 0) from payments.refund where refund_no = :no")
            .param("no", number).query(Integer.class).single());
    }

    private String settledBy(String number) {
        return tx.execute(status -> jdbc.sql("select settled_by from payments.refund where refund_no = :no").param("no", number)
            .query(String.class).single());
    }

    private List<String> inboxStates(String number) {
        return tx.execute(status -> jdbc.sql("select state from payments.inbox where refund_no = :no").param("no", number)
            .query(String.class).list());
    }
}
