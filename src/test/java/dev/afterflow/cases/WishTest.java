package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A case is the sum of its live requests. */
class WishTest {

    private static final Instant SOON = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void requestsAboutOtherLinesAddUp() {
        Wish sum = Wish.sum(List.of(asked(100, "1", 1), asked(250, "2", 2)));
        assertThat(sum.askedAmount()).isEqualTo(new Money(350, "CNY"));
        assertThat(sum.lines()).containsExactly(new Case.Line("1", 1), new Case.Line("2", 2));
    }

    @Test
    void requestsAboutTheSameLineAreOneWishSaidTwice() {
        Wish sum = Wish.sum(List.of(asked(100, "1", 1), asked(250, "1", 2)));
        assertThat(sum.askedAmount()).isEqualTo(new Money(250, "CNY"));
        assertThat(sum.lines()).containsExactly(new Case.Line("1", 2));
    }

    @Test
    void aRequestWithoutLinesIsAboutTheWholeOrder() {
        Wish sum = Wish.sum(List.of(asked(100, "1", 1), whole(500)));
        assertThat(sum.askedAmount()).isEqualTo(new Money(500, "CNY"));
        assertThat(sum.lines()).isEmpty();
    }

    @Test
    void theFirstRequestGivesKindAndReasonAndTheNearestDeadlineCounts() {
        Wish sum = Wish.sum(List.of(asked(100, "1", 1), whole(500)));
        assertThat(sum.kind()).isEqualTo(Case.Kind.REFUND_ONLY);
        assertThat(sum.reasonText()).isEqualTo("reason 1");
        assertThat(sum.platformDeadline()).isEqualTo(SOON);
    }

    @Test
    void anAmountInAnotherCurrencyIsNotAdded() {
        NewCase dollars = new NewCase("s", "t", "9", "1", Case.Kind.REFUND_ONLY, "o", null, null, null, null,
                new Money(900, "USD"), List.of(new Case.Line("2", 1)), false, null);
        assertThat(Wish.sum(List.of(asked(100, "1", 1), dollars)).askedAmount()).isEqualTo(new Money(100, "CNY"));
    }

    private static NewCase asked(long minor, String line, int quantity) {
        return new NewCase("s", "t", line, "1", Case.Kind.REFUND_ONLY, "o", null, null, null, "reason " + line,
                new Money(minor, "CNY"), List.of(new Case.Line(line, quantity)), false, null);
    }

    private static NewCase whole(long minor) {
        return new NewCase("s", "t", "0", "1", Case.Kind.RETURN_REFUND, "o", null, null, null, "whole",
                new Money(minor, "CNY"), List.of(), true, SOON);
    }
}
