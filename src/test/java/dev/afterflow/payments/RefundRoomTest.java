package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Result;
import dev.afterflow.security.Problem;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Evidence settles a refund once, in whatever order and however often it comes. */
@RoomTest
class RefundRoomTest extends Till {

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

        AtOnce.all(numbers.stream().<Callable<Boolean>>map(number -> () -> settle(number)).toList());

        assertThat(payments.settlementOf(caseNumber)).isEqualTo(Settlement.ALL_PAID);
        payouts.assertHolds(numbers);
    }

    @Test
    void twentySettlesOfOneRefundAtOnceBookItOnce() throws Exception {
        String number = parked();

        List<Boolean> settled = AtOnce.all(Collections.nCopies(20, () -> settle(number)));

        assertThat(settled).hasSize(20).containsOnly(true);
        assertThat(lines(number)).isEqualTo(2);
        payouts.assertHolds(List.of(number));
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
}
