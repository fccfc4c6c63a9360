package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.providers.StatementSource;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A day's bill of Alipay against our books, fetched over HTTP by the job's own way and by finance. */
@RoomTest
class AlipayBillRoomTest {

    @Autowired
    private Payments payments;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Shops shops;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @Autowired
    private Statements statements;
    @Autowired
    private JdbcStatements days;
    @Autowired
    private Environment environment;
    @LocalServerPort
    private int port;
    private StatementSource bills;
    private Payouts payouts;
    private final String caseNumber = Payouts.aCase();
    private final String payment = "PAY-" + caseNumber;

    @BeforeEach
    void aShop() {
        bills = statements.source("alipay").orElseThrow();
        payouts = new Payouts(ProviderTill.shop(shops), payments, engine, outbox, jdbc, tx);
        new ProviderTill(port).pays("alipay", payment, Payouts.AMOUNT);
    }

    @Test
    void aRefundThatTheBillShowsMatchesHoweverOftenTheBillIsTaken() {
        refunded();
        Statements.Taken first = statements.take(bills, "house", today());
        Statements.Taken again = statements.take(bills, "house", today());

        assertThat(verdicts()).containsExactly("MATCH");
        assertThat(first.accepted()).isPositive();
        assertThat(again.duplicate()).isGreaterThanOrEqualTo(first.lines());
        assertThat(days.taken("alipay", "house", today())).as("the day is not over").isFalse();
    }

    @Test
    void whatAlipayMovedAndWeDidNotAndWhatItMovedTwiceAreFound() {
        String number = refunded();
        moved(number, 12950);
        moved("R-nobody-asked-" + caseNumber.substring(2, 10), 700);

        statements.take(bills, "house", today());

        assertThat(verdicts()).containsExactlyInAnyOrder("MATCH", "DUPLICATE_THEIRS", "ONLY_THEIRS");
        assertThat(alarms(number)).isEmpty();
    }

    @Test
    void anotherAmountThanOursCallsAPerson() {
        String number = payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment("alipay", caseNumber))).get(0);
        settledWithoutAlipay(number);
        moved(number, 12949);

        statements.take(bills, "house", today());

        assertThat(verdicts()).containsExactly("AMOUNT_DIFF");
        assertThat(alarms(number)).isEmpty();
    }

    @Test
    void financeRunsADayAndAnAgentMayNot() {
        refunded();
        String body = "{\"day\":\"" + today() + "\",\"provider\":\"alipay\"}";
        Visitor.Answer ran = Visitor.as("xu", port).post("/api/payments/reconciliation/run", body);
        assertThat(ran.status()).as(ran.body()).isEqualTo(200);
        JsonNode told = alipay(ran.json());
        assertThat(told.path("lines").asInt()).isEqualTo(told.path("accepted").asInt() + told.path("duplicate").asInt()).isPositive();
        assertThat(verdicts()).containsExactly("MATCH");

        assertThat(Visitor.as("lin", port).post("/api/payments/reconciliation/run", body).status()).isEqualTo(403);
        assertThat(Visitor.as("xu", port).post("/api/payments/reconciliation/run", "{}").status()).isIn(400, 422);
        assertThat(Visitor.as("xu", port).post("/api/payments/reconciliation/run", "{\"day\":\"2999-01-01\"}").status()).isIn(400, 422);
    }

    @Test
    void aDayWithoutMovementsHasAnEmptyBill() {
        Statements.Taken taken = statements.take(bills, "house", today().minusDays(400));
        assertThat(taken.lines()).isZero();
        assertThat(days.taken("alipay", "house", today().minusDays(400))).isTrue();
    }

    private LocalDate today() {
        return statements.today(bills);
    }

    private static JsonNode alipay(JsonNode ran) {
        assertThat(ran.path("statements")).hasSize(1);
        return ran.path("statements").get(0);
    }

    private String refunded() {
        String number = payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment("alipay", caseNumber))).get(0);
        payouts.start(caseNumber, 1, 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> payouts.ended(number));
        return number;
    }

    /** Books the refund as paid, though the played Alipay never heard of it. */
    private void settledWithoutAlipay(String number) {
        payouts.onLane("test/" + number, number);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        tx.executeWithoutResult(status -> jdbc.sql("""
            update payments.refund set state = 'SUCCEEDED', last_sent = now(), first_sent = now(), settled_at = now(), heard = true
            where refund_no = :no""").param("no", number).update());
    }

    /** Money moved in the played bank's log behind everybody's back. */
    private void moved(String number, long amount) {
        tx.executeWithoutResult(status -> jdbc.sql("""
            insert into sandbox.money_log (at, merchant, payment_no, refund_no, refund_id, amount, currency)
            values (:at::timestamptz, :seller, :payment, :no, :id, :amount, 'CNY')""")
            .param("at", Instant.now().toString()).param("seller", environment.getProperty("afterflow.sandbox.alipay.seller-id"))
            .param("payment", payment).param("no", number).param("id", UUID.randomUUID().toString()).param("amount", amount).update());
    }

    private List<String> verdicts() {
        return tx.execute(status -> jdbc.sql("select verdict from payments.recon_item where shop_id = :shop")
            .param("shop", payouts.shop).query(String.class).list());
    }

    private List<String> alarms(String number) {
        return tx.execute(status -> jdbc.sql("select kind from payments.alarm where refund_no = :no").param("no", number)
            .query(String.class).list());
    }
}
