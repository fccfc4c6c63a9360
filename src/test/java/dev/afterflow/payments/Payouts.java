package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What payment tests do over and over: a shop of their own, a decision, a running refund-payout. */
final class Payouts {

    static final Money AMOUNT = new Money(12950, "CNY");

    final String shop;
    private final Payments payments;
    private final ProcessEngine engine;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate tx;

    Payouts(Payments payments, ProcessEngine engine, Outbox outbox, JdbcClient jdbc, TransactionTemplate tx) {
        this("s-" + UUID.randomUUID().toString().substring(0, 12), payments, engine, outbox, jdbc, tx);
    }

    Payouts(String shop, Payments payments, ProcessEngine engine, Outbox outbox, JdbcClient jdbc, TransactionTemplate tx) {
        this.shop = shop;
        this.payments = payments;
        this.engine = engine;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.tx = tx;
        deployOnce();
    }

    /** The house's releases deploy it at start; a start without them gets it from here. */
    private void deployOnce() {
        if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(RefundPayoutProcess.KEY).count() == 0) {
            engine.getRepositoryService().createDeployment().name("payments").enableDuplicateFiltering(true)
                .addClasspathResource("processes/payments/refund-payout.bpmn")
                .addClasspathResource("forms/payments/chaseRefund.form").deploy();
        }
    }

    static String aCase() {
        return "T-" + UUID.randomUUID();
    }

    static PaidPart payment(String provider, String caseNumber) {
        return new PaidPart(provider, "PAY-" + caseNumber, AMOUNT);
    }

    RefundDecision decision(String caseNumber, int seq, Money amount, PaidPart... paid) {
        return new RefundDecision(shop, caseNumber, seq, "O-" + caseNumber, List.of(paid), amount, "七天无理由", "lin", "zhao", null);
    }

    /** Decides and returns the refund numbers by part. */
    List<String> decide(RefundDecision decision) {
        payments.decide(decision);
        return payments.of(decision.caseNumber()).stream().filter(view -> view.seq() == decision.seq()).map(RefundView::refundNo).toList();
    }

    /** Puts the outbox row down beforehand on a lane no courier of the application serves. */
    void onLane(String lane, String refundNo) {
        outbox.put(RefundCourier.KIND, lane, refundNo, shop);
    }

    String start(String caseNumber, int seq, int part) {
        return engine.getRuntimeService().startProcessInstanceByKey(RefundPayoutProcess.KEY, caseNumber,
            Map.of("part", (long) part, "refundSeq", (long) seq)).getProcessInstanceId();
    }

    boolean parked(String refundNo) {
        return engine.getRuntimeService().createExecutionQuery().messageEventSubscriptionName(RefundPayoutProcess.SETTLED)
            .processVariableValueEquals("effectNo", refundNo).count() > 0;
    }

    void awaitParked(String refundNo) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(() -> parked(refundNo));
    }

    void awaitEnded(String instance) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(() -> engine.getRuntimeService()
            .createProcessInstanceQuery().processInstanceId(instance).count() == 0);
    }

    String state(String refundNo) {
        return tx.execute(status -> jdbc.sql("select state from payments.refund where refund_no = :no").param("no", refundNo)
            .query(String.class).single());
    }

    /** A minute and more goes by for this refund: leases end, back-offs are over, the settle window has passed. */
    void minutePasses(String refundNo) {
        tx.executeWithoutResult(status -> {
            jdbc.sql("""
                update payments.refund set last_sent = last_sent - interval '61 seconds', first_sent = first_sent - interval '61 seconds'
                where refund_no = :no""").param("no", refundNo).update();
            soon(refundNo);
        });
    }

    /** Leases and back-offs are over, the settle window is not. */
    void soon(String refundNo) {
        tx.executeWithoutResult(status -> jdbc.sql("""
            update dispatch.outbox set next_at = now(), lease_until = now() - interval '1 second'
            where kind = 'refund' and ref = :no and not done""").param("no", refundNo).update());
    }

    /** Lets a minute pass for a refund that waits; one that is being carried right now is left alone. */
    void minutePassesUnlessUnderWay(String refundNo) {
        tx.executeWithoutResult(status -> {
            // as whoever settles it: the refund first, then its outbox row
            jdbc.sql("select 1 from payments.refund where refund_no = :no for update").param("no", refundNo).query().listOfRows();
            int waiting = jdbc.sql("""
                update dispatch.outbox set next_at = now()
                where kind = 'refund' and ref = :no and not done and lease_until is null and next_at > now()""")
                .param("no", refundNo).update();
            jdbc.sql("""
                update payments.refund set last_sent = last_sent - interval '61 seconds', first_sent = first_sent - interval '61 seconds'
                where :waiting = 1 and refund_no = :no""").param("waiting", waiting).param("no", refundNo).update();
        });
    }

    boolean ended(String refundNo) {
        return tx.execute(status -> jdbc.sql("""
            select exists (select 1 from payments.refund where refund_no = :no and state in ('SUCCEEDED','REJECTED','CLOSED'))""")
            .param("no", refundNo).query(Boolean.class).single());
    }

    void assertHolds(List<String> moved) {
        assertThat(new Invariants(jdbc, tx, shop).breaches(moved)).isEmpty();
    }
}
