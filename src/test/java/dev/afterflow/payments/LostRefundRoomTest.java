package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import java.time.Duration;
import java.util.ArrayList;
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
    void theHourAsksAgainAboutEveryRefundWithoutAnEndAndAboutNoYoungOne() {
        String old = parked();
        sending(old);
        String young = payouts.decide(payouts.decision(caseNumber + "y", 1, Payouts.AMOUNT, Payouts.payment("stub", caseNumber + "y"))).get(0);
        payouts.onLane("test/" + young, young);
        tx.executeWithoutResult(status -> {
            payments.issue(caseNumber + "y", 1, 0);
            jdbc.sql("update payments.refund set created_at = now() - interval '61 minutes' where refund_no = :no").param("no", old).update();
            jdbc.sql("update dispatch.outbox set next_at = now() + interval '30 minutes' where kind = 'refund' and ref in (:both)")
                .param("both", List.of(old, young)).update();
        });

        sweep.everyHour();

        assertThat(due(old)).isTrue();
        assertThat(due(young)).isFalse();
        assertThat(pages()).as("page by page none is left out").contains(old, young);
        tx.executeWithoutResult(status -> jdbc.sql("update dispatch.outbox set next_at = now() where ref = :no").param("no", young).update());
    }

    private boolean due(String number) {
        return tx.execute(status -> jdbc.sql("select next_at <= now() from dispatch.outbox where kind = 'refund' and ref = :no")
            .param("no", number).query(Boolean.class).single());
    }

    private List<String> pages() {
        List<String> seen = new ArrayList<>();
        for (List<Refund> page = page(""); !page.isEmpty(); page = page(seen.get(seen.size() - 1))) {
            page.forEach(refund -> seen.add(refund.refundNo()));
        }
        return seen;
    }

    private List<Refund> page(String after) {
        return tx.execute(status -> refunds.open(0, after, 3));
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
