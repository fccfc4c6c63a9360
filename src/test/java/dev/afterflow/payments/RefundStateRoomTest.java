package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import dev.afterflow.security.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The state machine under random evidence; everything a sequence writes is rolled back at its end. */
@RoomTest
class RefundStateRoomTest {

    private static final List<Result> EVIDENCE = List.of(Result.SUCCEEDED, Result.PROCESSING, Result.REFUSED, Result.CLOSED,
        Result.ABNORMAL, Result.RETURNED);

    @Autowired
    private Payments payments;
    @Autowired
    private JdbcRefunds refunds;
    @Autowired
    private Ledger ledger;
    @Autowired
    private Alarms alarms;
    @Autowired
    private RefundPayoutProcess payout;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void noSequenceOfEvidenceBreaksTheBooksOrReopensAnEnd(long seed) {
        Random random = new Random(seed);
        for (int sequence = 0; sequence < 12; sequence++) {
            tx.executeWithoutResult(status -> {
                play(random, seed);
                jdbc.sql("set constraints all immediate").update();
                status.setRollbackOnly();
            });
        }
    }

    private void play(Random random, long seed) {
        String shop = "s-" + UUID.randomUUID().toString().substring(0, 12);
        String caseNumber = Payouts.aCase();
        PaidPart paid = new PaidPart("stub", "P" + caseNumber, new Money(1000, "CNY"));
        Settling settling = new Settling(refunds, ledger, outbox, alarms, payout, audit, new CrashPoint(), tx);
        List<String> numbers = new ArrayList<>();
        for (int seq = 1; seq <= 3; seq++) {
            payments.decide(new RefundDecision(shop, caseNumber, seq, "O", List.of(paid), new Money(400, "CNY"), "r", "lin", "zhao", null));
            numbers.add(payments.issue(caseNumber, seq, 0).refundNo());
        }
        List<String> moved = new ArrayList<>();
        for (int event = 0; event < 25; event++) {
            String number = numbers.get(random.nextInt(numbers.size()));
            RefundState before = refunds.find(number).orElseThrow().state();
            if (random.nextInt(3) == 0) {
                refunds.sending(number);
            } else {
                settling.settle(number, new Answer(EVIDENCE.get(random.nextInt(EVIDENCE.size())), null, "P", 200, "x", null), "test");
            }
            RefundState after = refunds.find(number).orElseThrow().state();
            assertThat(allowed(before, after)).as("seed " + seed + ": " + before + " to " + after).isTrue();
            if (after.paid() && !moved.contains(number)) {
                moved.add(number);
            }
        }
        assertThat(booksAreSound(shop, moved)).as("seed " + seed).isEmpty();
    }

    private List<String> booksAreSound(String shop, List<String> moved) {
        return new Invariants(jdbc, tx, shop).breaches(moved).stream().filter(breach -> !breach.startsWith("I5")).toList();
    }

    /** A success and its return may arrive as one piece of evidence. */
    private static boolean allowed(RefundState before, RefundState after) {
        return before == after || before.may(after)
            || after == RefundState.RETURNED && before.may(RefundState.SUCCEEDED);
    }

    @Test
    void aSettledRefundMovesOnlyFromSuccessToReturn() {
        for (RefundState from : RefundState.values()) {
            for (RefundState to : RefundState.values()) {
                if (from.settled() && from.may(to)) {
                    assertThat(List.of(from, to)).containsExactly(RefundState.SUCCEEDED, RefundState.RETURNED);
                }
            }
        }
        assertThat(RefundState.SUCCEEDED.from()).containsExactly(RefundState.SENT, RefundState.PROCESSING, RefundState.ABNORMAL);
    }

    @Test
    void aRefundNumberIsTheSameForEverAndFitsEveryProvider() {
        PaidPart paid = new PaidPart("sandbox", "PAY-1", new Money(1, "CNY"));
        assertThat(RefundNumber.of("lanting", paid, "LT-1", 1, 0)).isEqualTo(RefundNumber.of("lanting", paid, "LT-1", 1, 0))
            .matches("R[A-Z2-7]{25}g0").isNotEqualTo(RefundNumber.of("lanting", paid, "LT-1", 2, 0))
            .isNotEqualTo(RefundNumber.of("lanting", paid, "LT-11", 1, 0));
        assertThat(RefundNumber.of("lanting", paid, "LT-1", 1, 1)).endsWith("g1").startsWith(RefundNumber.of("lanting", paid, "LT-1", 1, 0).substring(0, 26));
    }
}
