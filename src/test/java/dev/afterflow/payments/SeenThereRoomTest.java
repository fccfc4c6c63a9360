package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import dev.afterflow.providers.Provider.Answer;
import dev.afterflow.providers.Provider.Ask;
import dev.afterflow.providers.Provider.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After a restore, before the first send: a provider that shows what it gave back under numbers of ours is asked, and nothing is given twice. */
@RoomTest
class SeenThereRoomTest extends Till {

    @Autowired
    LostTime lost;

    private String number;
    private String forgotten;
    private Parcel parcel;

    @BeforeEach
    void aRefundThatIsNewToUs() {
        number = parked();
        forgotten = "RLOST" + number.substring(1);
        parcel = new Parcel(RefundCourier.KIND, number, payouts.shop, 1, "nobody");
    }

    private boolean maySend(Optional<List<Provider.Seen>> seen) {
        return lost.maySend(parcel, tx.execute(status -> refunds.find(number)).orElseThrow(), new Shows(seen));
    }

    @Test
    void oneOfTheSameSumThatOnlyTheProviderKnowsIsThisRefundAndItIsNotSent() {
        assertThat(maySend(shown(forgotten, Payouts.AMOUNT))).isFalse();
        assertThat(payouts.state(number)).isEqualTo("SUCCEEDED");
        assertThat(lines(number)).isEqualTo(2);
        List<String> adopted = tx.execute(status -> jdbc.sql("select refund_no from payments.found_again where lost_no = :lost").param("lost", forgotten).query(String.class).list());
        assertThat(adopted).containsExactly(number);
    }

    @Test
    void oneOfAnotherSumHoldsItBackUntilFinanceHasAnswered() {
        assertThat(maySend(shown(forgotten, new Money(1, Payouts.AMOUNT.currency())))).isFalse();
        assertThat(payouts.state(number)).isEqualTo("REQUESTED");
        assertThat(alarms(number)).contains("LOST_TIME");
    }

    @Test
    void withoutAClearAnswerItWaits() {
        assertThat(maySend(Optional.empty())).isFalse();
        assertThat(payouts.state(number)).isEqualTo("REQUESTED");
    }

    @Test
    void whatWeKnowOurselvesAndNothingAtAllHoldNothingBack() {
        String other = payouts.decide(payouts.decision(caseNumber + "o", 1, Payouts.AMOUNT, Payouts.payment("stub", caseNumber + "o"))).get(0);
        payouts.onLane("test/" + other, other);
        tx.executeWithoutResult(status -> payments.issue(caseNumber + "o", 1, 0));
        assertThat(maySend(shown(other, Payouts.AMOUNT))).isTrue();
        assertThat(maySend(Optional.of(List.of()))).isTrue();
        assertThat(payouts.state(number)).isEqualTo("REQUESTED");
    }

    private static Optional<List<Provider.Seen>> shown(String refundNo, Money amount) {
        return Optional.of(List.of(new Provider.Seen(refundNo, amount)));
    }

    /** Shows its refunds, and knows those it shows. */
    private static final class Shows extends Partner {

        private final Optional<List<Seen>> seen;

        Shows(Optional<List<Seen>> seen) {
            super("stub", Manner.PAYS, Payouts.AMOUNT, WINDOW);
            this.seen = seen;
        }

        @Override
        public Optional<List<Seen>> seen(Ask ask) {
            return seen;
        }

        @Override
        public synchronized Answer query(Ask ask) {
            return seen.orElse(List.of()).stream().filter(each -> each.refundNo().equals(ask.refundNo())).findFirst()
                .map(found -> new Answer(Result.SUCCEEDED, found.amount(), "P9", 200, "SUCCESS", null)).orElseGet(() -> super.query(ask));
        }
    }
}
