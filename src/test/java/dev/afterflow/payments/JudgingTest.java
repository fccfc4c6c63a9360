package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Judging.Judged;
import dev.afterflow.payments.Judging.Unnamed;
import dev.afterflow.payments.Mismatches.Verdict;
import dev.afterflow.providers.StatementSource.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts follow from the set of lines and not from the order in which they come. */
class JudgingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Money AMOUNT = new Money(12950, "CNY");

    @Test
    void theLineThatFitsIsOursEvenIfAnotherCameFirst() {
        Line wrong = line("L1", 0, new Money(12900, "CNY"));
        Line right = line("L2", 5, AMOUNT);
        assertThat(verdicts(Judging.named(refund(RefundState.SUCCEEDED), List.of(wrong, right))))
            .isEqualTo(Map.of("L1", Verdict.DUPLICATE_THEIRS, "L2", Verdict.MATCH));
        assertThat(verdicts(Judging.named(refund(RefundState.SUCCEEDED), List.of(wrong)))).isEqualTo(Map.of("L1", Verdict.AMOUNT_DIFF));
    }

    @Test
    void moneyThatCameBackLaterWasPaidAllTheSameAndWhatIsNotPaidIsTheirsAlone() {
        assertThat(verdicts(Judging.named(refund(RefundState.RETURNED), List.of(line("L1", 0, AMOUNT))))).containsValue(Verdict.MATCH);
        for (RefundState unpaid : List.of(RefundState.SENT, RefundState.REJECTED, RefundState.ABNORMAL)) {
            assertThat(verdicts(Judging.named(refund(unpaid), List.of(line("L1", 0, AMOUNT), line("L2", 1, AMOUNT)))))
                .isEqualTo(Map.of("L1", Verdict.ONLY_THEIRS, "L2", Verdict.DUPLICATE_THEIRS));
        }
    }

    @Test
    void anotherCurrencyIsAnotherAmount() {
        assertThat(verdicts(Judging.named(refund(RefundState.SUCCEEDED), List.of(line("L1", 0, new Money(12950, "USD"))))))
            .containsValue(Verdict.AMOUNT_DIFF);
    }

    @Test
    void aLineWithoutANumberTakesTheNearestRefundWithinADay() {
        List<Unnamed> refunds = List.of(new Unnamed("RA", AMOUNT, NOON), new Unnamed("RB", AMOUNT, NOON.plus(Duration.ofHours(5))));
        List<Judged> judged = Judging.unnamed(List.of(unnamed("L1", 4 * 60), unnamed("L2", 30 * 60)), refunds);
        assertThat(judged).extracting(Judged::refundNo).containsExactly("RB", null);
        assertThat(verdicts(judged)).isEqualTo(Map.of("L1", Verdict.MATCH, "L2", Verdict.ONLY_THEIRS));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theOrderOfTheLinesNeverMatters(long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Line> lines = IntStream.range(0, 1 + chance.nextInt(6))
                .mapToObj(each -> line("L" + each, chance.nextInt(4000), new Money(12950 + chance.nextInt(2), "CNY"))).toList();
            List<Unnamed> refunds = IntStream.range(0, chance.nextInt(4))
                .mapToObj(each -> new Unnamed("R" + each, AMOUNT, NOON.plusSeconds(chance.nextInt(200_000)))).toList();
            Map<String, String> named = words(Judging.named(refund(RefundState.SUCCEEDED), lines));
            Map<String, String> unnamed = words(Judging.unnamed(lines, refunds));
            for (int again = 0; again < 5; again++) {
                assertThat(words(Judging.named(refund(RefundState.SUCCEEDED), shuffled(lines, chance)))).isEqualTo(named);
                assertThat(words(Judging.unnamed(shuffled(lines, chance), shuffled(refunds, chance)))).isEqualTo(unnamed);
            }
        }
    }

    private static <T> List<T> shuffled(List<T> all, Random chance) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, chance);
        return mixed;
    }

    private static Map<String, Verdict> verdicts(List<Judged> judged) {
        return judged.stream().collect(Collectors.toMap(each -> each.line().lineId(), Judged::verdict));
    }

    private static Map<String, String> words(List<Judged> judged) {
        return judged.stream().collect(Collectors.toMap(each -> each.line().lineId(), each -> each.verdict() + "/" + each.refundNo()));
    }

    private static Line line(String id, int minutes, Money amount) {
        return new Line("stub", id, "R1", amount, NOON.plus(Duration.ofMinutes(minutes)));
    }

    private static Line unnamed(String id, int minutes) {
        return new Line("stub", id, null, AMOUNT, NOON.plus(Duration.ofMinutes(minutes)));
    }

    private static Refund refund(RefundState state) {
        return new Refund("R1", "s", "C", 1, 0, "O", "stub", "P", AMOUNT, "", state, 1, NOON, NOON, NOON, "test", NOON);
    }
}
