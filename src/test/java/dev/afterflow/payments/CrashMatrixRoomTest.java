package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.payments.Partner.Manner;
import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A crash between every two steps of a refund, against every manner of partner: paid once, nothing stuck. */
@RoomTest
class CrashMatrixRoomTest extends CrashMatrix {

    @ParameterizedTest(name = "crash at {0}, partner {1}")
    @MethodSource("boundariesAndManners")
    void aCrashAnywherePaysOnceAndLeavesNothingStuck(String step, Manner manner) {
        Payouts payouts = payouts();
        Partner partner = new Partner("stub", manner, Payouts.AMOUNT, Partner.WINDOW);
        String refundNo = issued(payouts, Payouts.aCase(), partner, step);

        crashing(() -> round(payouts, partner, refundNo, step));
        untilSettled(payouts, partner, partner::finish, refundNo);

        assertThat(partner.moved()).containsExactly(refundNo);
        assertThat(payouts.state(refundNo)).isEqualTo("SUCCEEDED");
        payouts.assertHolds(partner.moved());
    }

    @Test
    void withoutASettleWindowTheCheckerSeesTheSecondPayment() {
        Payouts payouts = payouts();
        Partner partner = new Partner("stub", Manner.PAYS_LATE, Payouts.AMOUNT, Duration.ZERO);
        String refundNo = issued(payouts, Payouts.aCase(), partner, "none");

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
        String refundNo = issued(payouts, Payouts.aCase(), partner, "none");
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
        String refundNo = issued(payouts, Payouts.aCase(), partner, "none");
        tx.executeWithoutResult(status -> {
            refunds.sending(refundNo);
            refunds.move(refundNo, RefundState.SUCCEEDED, "P1", "mutant");
        });

        assertThat(new Invariants(jdbc, tx, payouts.shop).breaches(List.of(refundNo)))
            .anyMatch(breach -> breach.startsWith("I3 ledger lines of a paid refund"))
            .anyMatch(breach -> breach.startsWith("I5 settled while its token still waits"));
    }
}
