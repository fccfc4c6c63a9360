package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.dispatch.Parcels;
import dev.afterflow.payments.Partner.Manner;
import dev.afterflow.providers.Provider;
import dev.afterflow.security.Audit;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of a refund, any of which may be the last of its process, taken with a provider of the test's own. */
abstract class CrashMatrix {

    private static final List<String> BOUNDARIES =
        List.of("issued", "parked", "claimed", "sent", "answered", "noted", "settling", "settled");

    @Autowired
    Payments payments;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Outbox outbox;
    @Autowired
    Parcels parcels;
    @Autowired
    JdbcRefunds refunds;
    @Autowired
    JdbcDecisions decisions;
    @Autowired
    Ledger ledger;
    @Autowired
    Alarms alarms;
    @Autowired
    RefundPayoutProcess payout;
    @Autowired
    Hooks hooks;
    @Autowired
    Audit audit;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate tx;

    static Stream<Arguments> boundariesAndManners() {
        return BOUNDARIES.stream().flatMap(step -> Stream.of(Manner.values()).map(manner -> Arguments.of(step, manner)));
    }

    Payouts payouts() {
        return new Payouts(payments, engine, outbox, jdbc, tx);
    }

    /** Decides, crashes inside the engine's step when told to, and waits for the parked token. */
    String issued(Payouts payouts, String caseNumber, Provider partner, String step) {
        String refundNo = payouts.decide(payouts.decision(caseNumber, 1, Payouts.AMOUNT, Payouts.payment(partner.code(), caseNumber))).get(0);
        payouts.onLane(lane(refundNo), refundNo);
        crashing(() -> issue(partner, caseNumber, step));
        issue(partner, caseNumber, "none");
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(refundNo);
        return refundNo;
    }

    private void issue(Provider partner, String caseNumber, String step) {
        tx.executeWithoutResult(status -> new Payments(decisions, refunds, ledger, new Providers(List.of(partner)), outbox, alarms, hooks, audit,
            new Crashing(step.equals("issued") ? step : "none")).issue(caseNumber, 1, 0));
    }

    void untilSettled(Payouts payouts, Provider partner, Runnable finish, String refundNo) {
        for (int round = 0; round < 8 && !payouts.state(refundNo).equals("SUCCEEDED"); round++) {
            payouts.soon(refundNo);
            round(payouts, partner, refundNo, "none");
            finish.run();
            payouts.minutePasses(refundNo);
            round(payouts, partner, refundNo, "none");
        }
    }

    void round(Payouts payouts, Provider partner, String refundNo, String step) {
        CrashPoint crash = new Crashing(step);
        Settling settling = new Settling(refunds, ledger, outbox, alarms, payout, audit, crash, tx);
        RefundCourier courier = new RefundCourier(refunds, new Providers(List.of(partner)), outbox, settling,
            new LostTime(jdbc, refunds, settling, alarms, outbox, tx), alarms, crash, tx);
        crash.reached("parked");
        for (Parcel parcel : parcels.claim(lane(refundNo))) {
            crash.reached("claimed");
            courier.carry(parcel);
        }
    }

    private static String lane(String refundNo) {
        return "test/" + refundNo;
    }

    static void crashing(Runnable work) {
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
