package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a case is asked for: the sum of its live requests, the first of them giving kind and reason. */
record Wish(Case.Kind kind, String askedRemedy, String reasonCode, String reasonText, Money askedAmount,
            List<Case.Line> lines, boolean goodsReceived, Instant platformDeadline) {

    static Wish of(NewCase asked) {
        return new Wish(asked.kind(), asked.askedRemedy(), asked.reasonCode(), asked.reasonText(), asked.askedAmount(),
                asked.lines(), asked.goodsReceived(), asked.platformDeadline());
    }

    /** Requests about the same line are one wish said twice; those about other lines add up. */
    static Wish sum(List<NewCase> live) {
        return live.stream().map(Wish::of).reduce(Wish::and).orElseThrow();
    }

    private Wish and(Wish next) {
        return new Wish(kind, askedRemedy, reasonCode, reasonText, amount(next), linesWith(next),
                goodsReceived || next.goodsReceived, earlier(platformDeadline, next.platformDeadline));
    }

    private Money amount(Wish next) {
        if (askedAmount == null || next.askedAmount == null) {
            return askedAmount == null ? next.askedAmount : askedAmount;
        }
        if (!askedAmount.currency().equals(next.askedAmount.currency())) {
            return askedAmount;
        }
        if (sharesLines(next)) {
            return askedAmount.compareTo(next.askedAmount) >= 0 ? askedAmount : next.askedAmount;
        }
        return askedAmount.plus(next.askedAmount);
    }

    /** A wish without lines means the whole order, so it shares a line with any other. */
    private boolean sharesLines(Wish next) {
        return lines.isEmpty() || next.lines.isEmpty() || next.lines.stream().anyMatch(
                theirs -> lines.stream().anyMatch(ours -> ours.lineId().equals(theirs.lineId())));
    }

    private List<Case.Line> linesWith(Wish next) {
        if (lines.isEmpty() || next.lines.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> pieces = new LinkedHashMap<>();
        lines.forEach(line -> pieces.merge(line.lineId(), line.quantity(), Math::max));
        next.lines.forEach(line -> pieces.merge(line.lineId(), line.quantity(), Math::max));
        return pieces.entrySet().stream().map(each -> new Case.Line(each.getKey(), each.getValue())).toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return Stream.of(one, other).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
