package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.payments.Provider.Answer;
import dev.afterflow.payments.Provider.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Refunds that nobody waits for, that nothing moves any more, or that stay on their way: they go on, or a person is called. */
@RoomTest
class LostRefundRoomTest extends Till {

    @Autowired
    private Sweep sweep;

    @Test
    void aRefundWhoseProcessIsGoneIsBookedAllTheSameAndAPersonIsCalled() {
        String number = payouts.decide(decision()).get(0);
        payouts.onLane("test/" + number, number);
        String instance = payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(number);
        engine.getRuntimeService().deleteProcessInstance(instance, "cancelled by hand");

        settle(number);

        assertThat(payouts.state(number)).isEqualTo("SUCCEEDED");
        assertThat(lines(number)).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20)).until(() -> chases() == 1);
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
}
