package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Mismatches.Basis;
import dev.afterflow.payments.Mismatches.Verdict;
import dev.afterflow.providers.StatementSource.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The verdicts on a set of statement lines; they follow from the set alone, so that a statement which comes again, late, in
 * pieces or in another order leads to the same ones.
 */
final class Judging {

    static final Comparator<Line> BY_TIME = Comparator.comparing(Line::movedAt).thenComparing(Line::lineId);
    private static final Duration NEAR = Duration.ofDays(1);

    private Judging() {
    }

    /** A verdict; {@code refundNo} and {@code ours} are absent when nothing of ours belongs to the line. */
    record Judged(Line line, String refundNo, Money ours, Verdict verdict, Basis basis) {

        static Judged theirs(Line line) {
            return new Judged(line, line.refundNo(), null, Verdict.ONLY_THEIRS, null);
        }
    }

    /** A paid refund that no line names. */
    record Unnamed(String refundNo, Money amount, Instant settledAt) {
    }

    /** All lines that name one number of ours; the first that fits is the refund's, every other was moved once more. */
    static List<Judged> named(Refund refund, List<Line> lines) {
        List<Line> inTime = lines.stream().sorted(BY_TIME).toList();
        Line own = inTime.stream().filter(line -> line.amount().equals(refund.amount())).findFirst().orElse(inTime.get(0));
        return inTime.stream().map(line -> line == own ? first(refund, line)
            : new Judged(line, refund.refundNo(), null, Verdict.DUPLICATE_THEIRS, Basis.NUMBER)).toList();
    }

    private static Judged first(Refund refund, Line line) {
        if (!refund.state().paid()) {
            return Judged.theirs(line);
        }
        Verdict verdict = refund.amount().equals(line.amount()) ? Verdict.MATCH : Verdict.AMOUNT_DIFF;
        return new Judged(line, refund.refundNo(), refund.amount(), verdict, Basis.NUMBER);
    }

    /** Lines of one amount without a number: each takes the nearest paid refund within a day that nobody has taken. */
    static List<Judged> unnamed(List<Line> lines, List<Unnamed> refunds) {
        List<Unnamed> free = new ArrayList<>(refunds);
        List<Judged> judged = new ArrayList<>();
        for (Line line : lines.stream().sorted(BY_TIME).toList()) {
            Optional<Unnamed> taken = free.stream().filter(refund -> gap(refund, line).compareTo(NEAR) <= 0)
                .min(Comparator.comparing((Unnamed refund) -> gap(refund, line)).thenComparing(Unnamed::refundNo));
            taken.ifPresent(free::remove);
            judged.add(taken.map(refund -> new Judged(line, refund.refundNo(), refund.amount(), Verdict.MATCH, Basis.AMOUNT_AND_TIME))
                .orElseGet(() -> Judged.theirs(line)));
        }
        return judged;
    }

    private static Duration gap(Unnamed refund, Line line) {
        return Duration.between(refund.settledAt(), line.movedAt()).abs();
    }
}
