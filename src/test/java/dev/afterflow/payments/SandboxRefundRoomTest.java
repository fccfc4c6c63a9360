package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Everything in earnest: engine, dispatcher, adapter and the played provider over HTTP. */
@RoomTest
class SandboxRefundRoomTest extends Till {

    @LocalServerPort
    private int port;
    private Invariants invariants;

    @BeforeEach
    void aBook() {
        invariants = new Invariants(jdbc, tx, payouts.shop);
    }

    @ParameterizedTest(name = "provider: {0}")
    @CsvSource({"NONE,SUCCEEDED", "FAIL_BEFORE,SUCCEEDED", "FAIL_AFTER,SUCCEEDED", "LOSE_REPLY,SUCCEEDED", "GARBLE,SUCCEEDED",
        "LATE,SUCCEEDED", "PROCESSING,SUCCEEDED", "CLOSE,CLOSED", "REFUSE,REJECTED"})
    void whateverTheProviderDoesTheRefundEndsOnceAndTheProcessGoesOn(String fault, String end) {
        plan(fault);
        String number = payouts.decide(decision()).get(0);
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
    void aNoticeIsTakenOnceAndSettlesByAskingTheProvider() {
        plan("PROCESSING");
        String number = payouts.decide(decision()).get(0);
        payouts.start(caseNumber, 1, 0);

        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.ended(number));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(inboxStates(number)).hasSize(2).containsOnly("DONE"));
        payouts.assertHolds(invariants.sandboxLog());
    }

    @Test
    void aForgedNoticeIsRefusedAndAStrangersAddressIsNotFound() {
        String number = payouts.decide(decision()).get(0);
        payouts.onLane("test/" + number, number);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        String path = tx.execute(status -> jdbc.sql("select '/api/notices/payments/sandbox/' || token from payments.hook where shop_id = :shop")
            .param("shop", payouts.shop).query(String.class).single());
        String body = "{\"event_id\":\"E1\",\"refund_no\":\"" + number + "\",\"status\":\"SUCCESS\"}";

        assertThat(post(path, body, "f".repeat(64))).isEqualTo(401);
        assertThat(post("/api/notices/payments/sandbox/" + "0".repeat(40), body, "f".repeat(64))).isEqualTo(404);
        assertThat(inboxStates(number)).isEmpty();
        assertThat(payouts.state(number)).isEqualTo("REQUESTED");
    }

    @Test
    void manyRefundsThroughABadProviderArePaidOnceEach() {
        List<String> cases = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> faults = List.of("FAIL_BEFORE", "FAIL_AFTER", "LOSE_REPLY", "GARBLE", "PROCESSING", "NONE");
        for (int i = 0; i < 24; i++) {
            String name = caseNumber + "-" + i;
            cases.add(name);
            plan("PAY-" + name, faults.get(i % faults.size()));
            numbers.addAll(payouts.decide(payouts.decision(name, 1, Payouts.AMOUNT, Payouts.payment("sandbox", name))));
        }
        cases.forEach(name -> payouts.start(name, 1, 0));

        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300)).until(() -> {
            numbers.forEach(payouts::minutePassesUnlessUnderWay);
            return numbers.stream().allMatch(payouts::ended);
        });

        assertThat(invariants.sandboxLog()).containsExactlyInAnyOrderElementsOf(numbers);
        payouts.assertHolds(invariants.sandboxLog());
    }

    @Test
    void aRefundOfAProviderNobodySpeaksToGoesToAPerson() {
        payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment("credit_card", caseNumber)));
        payouts.start(caseNumber, 1, 0);

        await().atMost(Duration.ofSeconds(30)).until(() -> chases() == 1);
        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.PENDING);
    }

    @Override
    RefundDecision decision() {
        return payouts.decision(caseNumber, 1, new Money(12950, "CNY"), Payouts.payment("sandbox", caseNumber));
    }

    private void plan(String fault) {
        plan("PAY-" + caseNumber, fault);
    }

    private void plan(String payment, String fault) {
        RestClient.create("http://127.0.0.1:" + port).post().uri("/sandbox/pay/faults").contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("plans", Map.of(payment, List.of(fault)))).retrieve().toBodilessEntity();
    }

    private int post(String path, String body, String signature) {
        return RestClient.create("http://127.0.0.1:" + port).post().uri(path).contentType(MediaType.APPLICATION_JSON)
            .header("Sandbox-Timestamp", String.valueOf(System.currentTimeMillis() / 1000)).header("Sandbox-Nonce", "n")
            .header("Sandbox-Signature", signature).body(body).retrieve()
            .onStatus(HttpStatusCode::isError, (request, response) -> { }).toBodilessEntity().getStatusCode().value();
    }

    private List<String> inboxStates(String number) {
        return tx.execute(status -> jdbc.sql("select state from payments.inbox where refund_no = :no").param("no", number)
            .query(String.class).list());
    }
}
