package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.payments.Chargebacks.Cost;
import dev.afterflow.payments.Chargebacks.Verb;
import dev.afterflow.providers.CardDisputes.Evidence;
import dev.afterflow.providers.CardDisputes.Paper;
import dev.afterflow.providers.CardDisputes.Status;
import dev.afterflow.security.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Card disputes through the played Stripe: seen by notice and without one, booked to the cent, answered once. */
@RoomTest
class ChargebackRoomTest {

    private static final Evidence EVIDENCE = new Evidence(Map.of("shipping_carrier", "SF Express", "shipping_tracking_number", "SF7300000001"),
        List.of(new Paper("shipping_documentation", "proof.pdf", "application/pdf", "%PDF-1.7".getBytes(), "aa")));

    @Autowired
    private Payments payments;
    @Autowired
    private Chargebacks chargebacks;
    @Autowired
    private ChargebackWatch watch;
    @Autowired
    private Listening listening;
    @Autowired
    private TestPapers papers;
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
    private ProviderTill till;
    private final String caseNumber = Payouts.aCase();
    private final String payment = "PAY-" + caseNumber;

    @BeforeEach
    void aBuyerPaidByCard() {
        payouts = new Payouts(payments, engine, outbox, jdbc, tx);
        till = new ProviderTill(port);
        till.pays("stripe", payment, Payouts.AMOUNT);
        payouts.decide(payouts.decision(caseNumber, 1, new Money(100, "CNY"), Payouts.payment("stripe", caseNumber)));
    }

    @Test
    void aDisputeIsSeenAndWhatItWithheldIsBookedOnce() {
        String id = seen("product_not_received");
        assertThat(chargebacks.look(payouts.shop, "stripe", id)).isTrue();

        Chargeback known = known(id);
        assertThat(known.status()).isEqualTo(Status.NEEDS_RESPONSE);
        assertThat(known.paymentId()).isEqualTo(payment);
        assertThat(known.reason()).isEqualTo("product_not_received");
        assertThat(known.bankReason()).isEqualTo("13.1");
        assertThat(known.amount()).isEqualTo(Payouts.AMOUNT);
        assertThat(known.dueBy()).isNotNull();
        assertThat(chargebacks.ofPayment(payouts.shop, "stripe", known.otherId())).containsExactly(known);
        assertThat(chargebacks.cost(payouts.shop, "stripe", id)).contains(new Cost(Payouts.AMOUNT, new Money(1500, "CNY")));
        assertThat(balances()).isEqualTo(Map.of("withheld/stripe", 12950L, "fees/stripe", 1500L, "provider/stripe", -14450L));
        assertThat(changes(id)).as("told once, however often it is looked at").isEqualTo(1);
        payouts.assertHolds(List.of());
    }

    @Test
    void aNoticeTellsOfItWithoutAnybodyAsking() {
        listening.listen(payouts.shop, "stripe");
        String id = till.disputes(payment, "fraudulent");
        await().atMost(Duration.ofSeconds(30)).until(() -> chargebacks.find(payouts.shop, "stripe", id).isPresent());
        till.decides(id, true);
        await().atMost(Duration.ofSeconds(30)).until(() -> known(id).status() == Status.WON);
        assertThat(balances()).as("the money is back, the fee is not").isEqualTo(Map.of("withheld/stripe", 0L, "fees/stripe", 1500L, "provider/stripe", -1500L));
    }

    @Test
    void aDisputeWhoseNoticeNeverCameIsFoundByLooking() {
        String id = till.disputes(payment, "duplicate");
        watch.everyTenMinutes();
        assertThat(known(id).shop()).as("the shop whose payment it takes back").isEqualTo(payouts.shop);
    }

    @Test
    void aDraftIsKeptAndEvidenceIsSubmittedOnce() {
        String id = seen("product_not_received");
        asked(id, Verb.DRAFT, "DONE", null);
        assertThat(played(id, "submissions")).isEqualTo("0");
        asked(id, Verb.SUBMIT, "DONE", null);
        assertThat(played(id, "submissions")).isEqualTo("1");
        assertThat(played(id, "evidence->>'shipping_tracking_number'")).isEqualTo("SF7300000001");
        assertThat(played(id, "evidence->>'shipping_documentation'")).startsWith("file_");
        assertThat(known(id).status()).isEqualTo(Status.UNDER_REVIEW);
        asked(id, Verb.SUBMIT, "REFUSED", "SUBMITTED_BEFORE");
        assertThat(played(id, "submissions")).isEqualTo("1");
    }

    @Test
    void acceptingIsLosingAndTheLossIsBooked() {
        String id = seen("credit_not_processed");
        asked(id, Verb.ACCEPT, "DONE", null);
        assertThat(known(id).status()).isEqualTo(Status.LOST);
        assertThat(chargebacks.look(payouts.shop, "stripe", id)).isTrue();
        assertThat(balances()).isEqualTo(Map.of("withheld/stripe", 0L, "chargebacks", 12950L, "fees/stripe", 1500L, "provider/stripe", -14450L));
        asked(id, Verb.SUBMIT, "REFUSED", "OVER");
        payouts.assertHolds(List.of());
    }

    @Test
    void whatTheBankHoldsOrTookIsNotGivenASecondTime() {
        String id = seen("product_not_received");
        assertThat(payments.left(payouts.shop, "O-" + caseNumber, Payouts.AMOUNT)).isEqualTo(new Money(0, "CNY"));
        assertThat(refunded(2)).isEqualTo("REJECTED");
        till.decides(id, false);
        assertThat(chargebacks.look(payouts.shop, "stripe", id)).isTrue();
        assertThat(refunded(3)).as("lost: the buyer has it").isEqualTo("REJECTED");
        payouts.assertHolds(List.of());
    }

    @Test
    void whatTheBankGaveBackMayBeGivenToTheBuyerAndAnInquiryTakesNothing() {
        String asked = till.inquires(payment, "general");
        assertThat(chargebacks.look(payouts.shop, "stripe", asked)).isTrue();
        assertThat(payments.left(payouts.shop, "O-" + caseNumber, Payouts.AMOUNT)).isEqualTo(Payouts.AMOUNT);
        till.decides(asked, false);
        String id = seen("product_not_received");
        till.decides(id, true);
        assertThat(chargebacks.look(payouts.shop, "stripe", id)).isTrue();
        assertThat(refunded(2)).isEqualTo("SUCCEEDED");
    }

    @Test
    void aRefundThatIsOnItsWayWhenTheBankTakesTheMoneyIsRefusedByTheProvider() {
        till.disputes(payment, "fraudulent");
        assertThat(refunded(2)).isEqualTo("REJECTED");
        payouts.assertHolds(List.of());
    }

    /** Decided by people and sent, as far as it gets: how it ended. */
    private String refunded(int seq) {
        PaidPart paid = Payouts.payment("stripe", caseNumber);
        payouts.decide(payouts.decision(caseNumber, seq, new Money(500, "CNY"), paid));
        String number = RefundNumber.of(payouts.shop, paid, caseNumber, seq, 0);
        payouts.start(caseNumber, seq, 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> payouts.ended(number));
        return payouts.state(number);
    }

    @Test
    void withoutPapersNothingIsSubmittedAndAnothersChargebackIsNotOurs() {
        String id = seen("general");
        String number = number();
        ask(number, id, Verb.SUBMIT);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(verdict(number)).isEqualTo("REFUSED/NO_PAPERS"));
        assertThatThrownBy(() -> tx.executeWithoutResult(status -> chargebacks.ask(number(), caseNumber, "another", "stripe", id, Verb.ACCEPT)))
            .isInstanceOf(Problem.class);
        assertThat(chargebacks.find("another", "stripe", id)).isEmpty();
    }

    @Test
    void aDisputeNobodyHasIsClearlyNotThere() {
        assertThat(chargebacks.look(payouts.shop, "stripe", "dp_nobodys")).isTrue();
        assertThat(chargebacks.find(payouts.shop, "stripe", "dp_nobodys")).isEmpty();
    }

    private String seen(String reason) {
        String id = till.disputes(payment, reason);
        assertThat(chargebacks.look(payouts.shop, "stripe", id)).isTrue();
        return id;
    }

    private void asked(String id, Verb verb, String verdict, String code) {
        String number = number();
        papers.keep(number, EVIDENCE);
        ask(number, id, verb);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(verdict(number)).isEqualTo(verdict + "/" + code));
    }

    private void ask(String number, String id, Verb verb) {
        tx.executeWithoutResult(status -> chargebacks.ask(number, caseNumber, payouts.shop, "stripe", id, verb));
    }

    private static String number() {
        return "E-" + UUID.randomUUID().toString().substring(0, 30);
    }

    private Chargeback known(String id) {
        return chargebacks.find(payouts.shop, "stripe", id).orElseThrow();
    }

    private int changes(String id) {
        return tx.execute(status -> jdbc.sql("select count(*) from security.audit where action = 'CHARGEBACK_SEEN' and object_id = :id")
            .param("id", id).query(Integer.class).single());
    }

    private String verdict(String number) {
        return tx.execute(status -> jdbc.sql("select concat(verdict, '/', coalesce(code, 'null')) from payments.chargeback_request where number = :number")
            .param("number", number).query(String.class).single());
    }

    private String played(String id, String what) {
        return tx.execute(status -> jdbc.sql("select (" + what + ")::text from sandbox.stripe_dispute where id = :id").param("id", id).query(String.class).single());
    }

    private Map<String, Long> balances() {
        return tx.execute(status -> jdbc.sql("select account, sum(amount) as sum from payments.ledger_entry where shop_id = :shop group by account")
            .param("shop", payouts.shop).query((row, n) -> Map.entry(row.getString("account"), row.getLong("sum"))).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
