package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.dispatch.Parcels;
import dev.afterflow.payments.Partner.Manner;
import dev.afterflow.security.Audit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A crash between every two steps of a refund, against every manner of partner: paid once, nothing stuck. */
@RoomTest
class CrashMatrixRoomTest {

    private static final List<String> BOUNDARIES =
        List.of("issued", "parked", "claimed", "sent", "answered", "noted", "settling", "settled");

    @Autowired
    private Payments payments;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Parcels parcels;
    @Autowired
    private JdbcRefunds refunds;
    @Autowired
    private JdbcDecisions decisions;
    @Autowired
    private Ledger ledger;
    @Autowired
    private Alarms alarms;
    @Autowired
    private RefundPayoutProcess payout;
    @Autowired
    private Hooks hooks;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;

    static Stream<Arguments> boundariesAndManners() {
        return BOUNDARIES.stream().flatMap(step -> Stream.of(Manner.values()).map(manner -> Arguments.of(step, manner)));
    }

    @ParameterizedTest(name = "crash at {0}, partner {1}")
    @MethodSource("boundariesAndManners")
    void aCrashAnywherePaysOnceAndLeavesNothingStuck(String step, Manner manner) {
        Payouts payouts = payouts();
        Partner partner = new Partner("stub", manner, Payouts.AMOUNT, Partner.WINDOW);
        String refundNo = issued(payouts, partner, step);

        crashing(() -> round(payouts, partner, refundNo, step));
        untilSettled(payouts, partner, refundNo);

        assertThat(partner.moved()).containsExactly(refundNo);
        assertThat(payouts.state(refundNo)).isEqualTo("SUCCEEDED");
        payouts.assertHolds(partner.moved());
    }

    @Test
    void withoutASettleWindowTheCheckerSeesTheSecondPayment() {
        Payouts payouts = payouts();
        Partner partner = new Partner("stub", Manner.PAYS_LATE, Payouts.AMOUNT, Duration.ZERO);
        String refundNo = issued(payouts, partner, "none");

        round(payouts, partner, refundNo, "none");
        payouts.soon(refundNo);
        round(payouts, partner, refundNo, "none");
        partner.finish();

        assertThat(new Invariants(jdbc, tx, payouts.shop).breaches(partner.moved())).anyMatch(breach -> breach.startsWith("I1"));
    }

    @Test
    void withANewNumberAtEverySendTheCheckerSeesTheSecondPayment() {
        Payouts payouts = payouts();
        Partner partner = new Partner("stub", Manner.LOSES_THE_REPLY, Payouts.AMOUNT, Partner.WINDOW);
        String refundNo = issued(payouts, partner, "none");
        List<String> moved = new ArrayList<>();
        for (int send = 0; send < 2; send++) {
            partner.refund(new Provider.Ask(payouts.shop, refundNo + "x" + send, ""));
            moved.add(refundNo);
        }

        assertThat(new Invariants(jdbc, tx, payouts.shop).breaches(moved)).anyMatch(breach -> breach.startsWith("I2 the partner"));
    }

    @Test
    void settlingInTwoTransactionsIsSeenByTheChecker() {
        Payouts payouts = payouts();
        Partner partner = new Partner("stub", Manner.PAYS, Payouts.AMOUNT, Partner.WINDOW);
        String refundNo = issued(payouts, partner, "none");
        tx.executeWithoutResult(status -> {
            refunds.sending(refundNo);
            refunds.move(refundNo, RefundState.SUCCEEDED, "P1", "mutant");
        });

        assertThat(new Invariants(jdbc, tx, payouts.shop).breaches(List.of(refundNo)))
            .anyMatch(breach -> breach.startsWith("I3 ledger lines of a paid refund"))
            .anyMatch(breach -> breach.startsWith("I5 settled while its token still waits"));
    }

    private Payouts payouts() {
        return new Payouts(payments, engine, outbox, jdbc, tx);
    }

    /** Decides, crashes inside the engine's step when told to, and waits for the parked token. */
    private String issued(Payouts payouts, Partner partner, String step) {
        String caseNumber = Payouts.aCase();
        String refundNo = payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment(partner.code(), caseNumber))).get(0);
        payouts.onLane(lane(refundNo), refundNo);
        crashing(() -> tx.executeWithoutResult(status -> new Payments(decisions, refunds, new Providers(List.of(partner)), outbox,
            hooks, audit, new Crashing("issued")).issue(caseNumber, 1, 0)));
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(refundNo);
        return refundNo;
    }

    private void untilSettled(Payouts payouts, Partner partner, String refundNo) {
        for (int round = 0; round < 8 && !payouts.state(refundNo).equals("SUCCEEDED"); round++) {
            payouts.soon(refundNo);
            round(payouts, partner, refundNo, "none");
            partner.finish();
            payouts.minutePasses(refundNo);
            round(payouts, partner, refundNo, "none");
        }
    }

    private void round(Payouts payouts, Partner partner, String refundNo, String step) {
        CrashPoint crash = new Crashing(step);
        Settling settling = new Settling(refunds, ledger, outbox, alarms, payout, audit, crash, tx);
        RefundCourier courier = new RefundCourier(refunds, new Providers(List.of(partner)), outbox, settling, alarms, crash, tx);
        crash.reached("parked");
        for (Parcel parcel : parcels.claim(lane(refundNo))) {
            crash.reached("claimed");
            courier.carry(parcel);
        }
    }

    private static String lane(String refundNo) {
        return "test/" + refundNo;
    }

    private static void crashing(Runnable work) {
        try {
            work.run();
        } catch (Crash crashed) {
            assertThat(crashed).hasMessageStartingWith("crash at");
        }
    }

    private static final class Crash extends Error {
        Crash(String step) {
            super("crash at " + step);
        }
    }

    private static final class Crashing extends CrashPoint {

        private final String at;

        Crashing(String at) {
            this.at = at;
        }

        @Override
        public void reached(String step) {
            if (at.equals(step)) {
                throw new Crash(step);
            }
        }
    }
}
