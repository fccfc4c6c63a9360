package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Provider.Answer;
import dev.afterflow.payments.Provider.Result;
import dev.afterflow.security.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Refunds through the real process; the test brings the provider's evidence itself, on lanes nobody serves. */
@RoomTest
class RefundRoomTest {

    @Autowired
    private Payments payments;
    @Autowired
    private Settling settling;
    @Autowired
    private JdbcRefunds refunds;
    @Autowired
    private Sweep sweep;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    private Payouts payouts;
    private final String caseNumber = Payouts.aCase();

    @BeforeEach
    void aShop() {
        payouts = new Payouts(payments, engine, outbox, jdbc, tx);
    }

    @Test
    void twoRefundsOfOneCaseSettleInAnyOrder() {
        List<String> numbers = twoParked();

        settle(numbers.get(1));
        assertThat(payouts.parked(numbers.get(0))).as("the other goes on waiting").isTrue();
        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.PENDING);
        settle(numbers.get(0));

        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.ALL_PAID);
        assertThat(payouts.parked(numbers.get(0)) || payouts.parked(numbers.get(1))).isFalse();
        payouts.assertHolds(numbers);
    }

    @Test
    void twoRefundsOfOneCaseSettleInParallel() throws Exception {
        List<String> numbers = twoParked();

        atOnce(numbers.stream().<Callable<Boolean>>map(number -> () -> settle(number)).toList());

        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.ALL_PAID);
        payouts.assertHolds(numbers);
    }

    @Test
    void twentySettlesOfOneRefundAtOnceBookItOnce() throws Exception {
        String number = parked();

        List<Boolean> settled = atOnce(Collections.nCopies(20, () -> settle(number)));

        assertThat(settled).hasSize(20).containsOnly(true);
        assertThat(lines(number)).isEqualTo(2);
        payouts.assertHolds(List.of(number));
    }

    @Test
    void aRefundWhoseProcessIsGoneIsBookedAllTheSameAndAPersonIsCalled() {
        String number = payouts.decide(decision(1, Payouts.AMOUNT)).get(0);
        payouts.onLane("test/" + number, number);
        String instance = payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        engine.getRuntimeService().deleteProcessInstance(instance, "cancelled by hand");

        settle(number);

        assertThat(payouts.state(number)).isEqualTo("SUCCEEDED");
        assertThat(lines(number)).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20)).until(() -> engine.getTaskService().createTaskQuery()
            .processInstanceBusinessKey(caseNumber).taskDefinitionKey("chaseRefund").count() == 1);
        payouts.assertHolds(List.of(number));
    }

    @Test
    void aSecondPassOfTheTokenFindsTheFirstRefundAndIsWokenByTheSweep() {
        String number = parked();
        settle(number);
        String second = payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);

        sweep.wake();

        payouts.awaitEnded(second);
        assertThat(lines(number)).isEqualTo(2);
        assertThat(payments.of(caseNumber)).hasSize(1);
        payouts.assertHolds(List.of(number));
    }

    @Test
    void theSweepPutsBackWhatWasClosedTooEarly() {
        String number = parked();
        outbox.done(RefundCourier.KIND, number);
        assertThat(new Invariants(jdbc, tx, payouts.shop).breaches(List.of())).anyMatch(breach -> breach.startsWith("I5 open"));

        sweep.everyMinute();

        payouts.assertHolds(List.of());
    }

    @Test
    void moneyThatComesBackIsBookedByNewLines() {
        String number = parked();
        settle(number);

        settling.settle(number, new Answer(Result.RETURNED, Payouts.AMOUNT, "P1", 200, "RETURNED", null), "query");

        assertThat(payouts.state(number)).isEqualTo("RETURNED");
        assertThat(lines(number)).isEqualTo(4);
        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.FAILED);
        payouts.assertHolds(List.of(number));
    }

    @Test
    void contradictoryEvidenceChangesNothingAndCallsAPerson() {
        String number = parked();
        settle(number);
        settling.settle(number, new Answer(Result.CLOSED, null, null, 200, "CLOSED", null), "notice");
        settling.settle(number, new Answer(Result.SUCCEEDED, new Money(1, "CNY"), null, 200, "SUCCESS", null), "notice");

        assertThat(payouts.state(number)).isEqualTo("SUCCEEDED");
        assertThat(lines(number)).isEqualTo(2);
        assertThat(alarms(number)).containsExactly("CONFLICT");
    }

    @Test
    void aRefundOnItsWayOpensAChaseTaskThatGoesAwayWhenItSettles() {
        String number = parked();
        sending(number);
        settling.settle(number, new Answer(Result.ABNORMAL, Payouts.AMOUNT, "P1", 200, "ABNORMAL", null), "query");
        await().atMost(Duration.ofSeconds(30)).until(() -> chases() == 1);
        assertThat(payouts.parked(number)).as("only evidence ends the wait").isTrue();

        settle(number);

        await().atMost(Duration.ofSeconds(20)).until(() -> chases() == 0);
        payouts.assertHolds(List.of(number));
    }

    @Test
    void aNewGenerationIsDecidedByAPersonAndOnlyForADeadOne() {
        String number = parked();
        assertThatThrownBy(() -> payments.renew(number, "xu")).isInstanceOf(Problem.class);
        sending(number);
        settling.settle(number, new Answer(Result.CLOSED, Payouts.AMOUNT, "P1", 200, "CLOSED", null), "query");
        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.FAILED);

        String next = payments.renew(number, "xu");

        assertThat(next).isEqualTo(number.replace("g0", "g1"));
        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.PENDING);
        payouts.onLane("test/" + next, next);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(next);
        settle(next);
        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.ALL_PAID);
        payouts.assertHolds(List.of(next));
    }

    private List<String> twoParked() {
        PaidPart card = new PaidPart("stub", "CARD-" + caseNumber, new Money(5000, "CNY"));
        PaidPart voucher = new PaidPart("stub", "VOUCHER-" + caseNumber, new Money(3000, "CNY"));
        List<String> numbers = payouts.decide(payouts.decision(caseNumber, 1, new Money(8000, "CNY"), card, voucher));
        for (int part = 0; part < 2; part++) {
            payouts.onLane("test/" + numbers.get(part), numbers.get(part));
            payouts.start(caseNumber, 1, part);
        }
        numbers.forEach(payouts::awaitParked);
        return numbers;
    }

    private String parked() {
        String number = payouts.decide(decision(1, Payouts.AMOUNT)).get(0);
        payouts.onLane("test/" + number, number);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        return number;
    }

    private RefundDecision decision(int seq, Money amount) {
        return payouts.decision(caseNumber, seq, amount, Payouts.payment("stub", caseNumber));
    }

    private boolean settle(String number) {
        sending(number);
        return settling.settle(number, new Answer(Result.SUCCEEDED, null, "P1", 200, "SUCCESS", null), "test");
    }

    private void sending(String number) {
        tx.executeWithoutResult(status -> refunds.sending(number));
    }

    private long chases() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("chaseRefund").count();
    }

    private int lines(String number) {
        return tx.execute(status -> jdbc.sql("select count(*) from payments.ledger_entry where ref = :no").param("no", number).query(Integer.class).single());
    }

    private List<String> alarms(String number) {
        return tx.execute(status -> jdbc.sql("select kind from payments.alarm where refund_no = :no").param("no", number).query(String.class).list());
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (var done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
