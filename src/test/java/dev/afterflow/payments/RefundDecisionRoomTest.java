package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may decide how much of which payment. */
@RoomTest
class RefundDecisionRoomTest extends Till {

    @Test
    void theLastCentGoesToOneOfTwoRefundsAndTheOtherIsStopped() {
        PaidPart paid = Payouts.payment("stub", caseNumber);
        String first = payouts.decide(payouts.decision(caseNumber, 1, new Money(12000, "CNY"), paid)).get(0);
        String second = payouts.decide(payouts.decision(caseNumber, 2, new Money(12000, "CNY"), paid)).get(0);
        payouts.onLane("test/" + first, first);
        payouts.onLane("test/" + second, second);
        payouts.start(caseNumber, 1, 0);
        payouts.awaitParked(first);

        payouts.awaitEnded(payouts.start(caseNumber, 2, 0));

        assertThat(payouts.state(second)).isEqualTo("REJECTED");
        assertThat(payments.settlementOf(caseNumber, 2)).isEqualTo(Settlement.FAILED);
        assertThat(payments.settlementOf(caseNumber, 1)).isEqualTo(Settlement.PENDING);
        payouts.assertHolds(List.of());
    }

    @Test
    void aDecisionIsSplitOverPaymentsByWhatIsLeftOfEach() {
        PaidPart card = new PaidPart("stub", "CARD-" + caseNumber, new Money(5000, "CNY"));
        PaidPart voucher = new PaidPart("stub", "VOUCHER-" + caseNumber, new Money(3000, "CNY"));

        assertThat(payments.decide(payouts.decision(caseNumber, 1, new Money(2000, "CNY"), card, voucher))).isEqualTo(1);
        assertThat(payments.decide(payouts.decision(caseNumber, 2, new Money(6000, "CNY"), card, voucher))).isEqualTo(2);
        assertThat(payments.of(caseNumber)).extracting(view -> view.amount().minor()).containsExactly(2000L, 3000L, 3000L);
    }

    @Test
    void decidingTwiceIsOneDecisionAndAnotherAmountIsRefused() {
        assertThat(payments.decide(decision(1, Payouts.AMOUNT))).isEqualTo(1);
        assertThat(payments.decide(decision(1, Payouts.AMOUNT))).isEqualTo(1);
        assertThat(payments.of(caseNumber)).hasSize(1);
        assertThatThrownBy(() -> payments.decide(decision(1, new Money(1, "CNY")))).isInstanceOf(Problem.class);
    }

    @Test
    void nobodyApprovesTheirOwnRequestAndNobodyApprovesTwice() {
        PaidPart paid = Payouts.payment("stub", caseNumber);
        RefundDecision alone = new RefundDecision(payouts.shop, caseNumber, 1, "O", List.of(paid), Payouts.AMOUNT, "r", "lin", "lin", null);
        RefundDecision twice = new RefundDecision(payouts.shop, caseNumber, 1, "O", List.of(paid), Payouts.AMOUNT, "r", "lin", "zhao", "zhao");
        assertThatThrownBy(() -> payments.decide(alone)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> payments.decide(twice)).isInstanceOf(Problem.class);
        assertThat(payments.of(caseNumber)).isEmpty();
    }

    @Test
    void moreThanWasPaidAndAnotherCurrencyAreRefused() {
        assertThatThrownBy(() -> payments.decide(decision(1, new Money(12951, "CNY")))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> payments.decide(decision(1, new Money(0, "CNY")))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> payments.decide(decision(1, new Money(100, "BRL")))).isInstanceOf(Problem.class);
    }

    private RefundDecision decision(int seq, Money amount) {
        return payouts.decision(caseNumber, seq, amount, Payouts.payment("stub", caseNumber));
    }
}
