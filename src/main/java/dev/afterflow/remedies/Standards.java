package dev.afterflow.remedies;

import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What {@code compensation-standard} gives, from the least to the most; where the least exceeds the most, the most counts. */
@Component
class Standards {

    private static final Map<String, String> SITUATIONS = Map.of("WRONG_ITEM", "WRONG_ITEM", "SHORT", "PIECE_MISSING",
            "NOT_RECEIVED", "LOGISTICS_STALLED", "SERVICE", "MISSING_ITEM");

    private final Decisions decisions;

    Standards(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param byPerson the table knows no amount; a person says how much, up to the most */
    record Range(Money least, Money most, boolean byPerson) {
    }

    /** Empty if the standard gives nothing. */
    Optional<Range> of(String rule, Circumstances known, Liability settled) {
        String situation = rule.equals("AGREED") ? "DEFECT_KEPT" : SITUATIONS.getOrDefault(settled.reasonType(), "MISSING_ITEM");
        List<Decided> rows = ask(situation, known);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        long most = rows.stream().mapToLong(row -> minor(row, "maxMinor")).max().orElse(0);
        long least = Math.min(most, rows.stream().mapToLong(row -> minor(row, "minMinor")).max().orElse(0));
        String currency = known.order().currency();
        boolean byPerson = rows.stream().allMatch(row -> "PERSON".equals(row.text("standard")));
        return Optional.of(new Range(new Money(least, currency), new Money(most, currency), byPerson));
    }

    /** What a promise of a multiple for a fake adds to the price. */
    Optional<Money> promised(Circumstances known, Liability settled) {
        return ask("COUNTERFEIT", known).stream().filter(row -> "PROMISED".equals(row.text("standard")))
                .map(row -> new Money(minor(row, "minMinor"), known.order().currency())).findFirst();
    }

    private List<Decided> ask(String situation, Circumstances known) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("jurisdiction", known.shop().jurisdiction());
        facts.put("reviewLinked", ReviewTie.in(known));
        facts.put("currency", known.order().currency());
        facts.put("platform", known.shop().platform());
        facts.put("situation", situation);
        facts.put("itemMinor", known.value().minor());
        facts.put("orderMinor", known.order().paid().minor());
        facts.put("missingMinor", situation.equals("PIECE_MISSING") ? known.value().minor() : 0L);
        facts.put("promisedTimes", (long) known.terms().promisedTimes());
        return decisions.all("compensation-standard", facts);
    }

    private static long minor(Decided row, String output) {
        return row.outputs().get(output) instanceof Number amount ? amount.longValue() : 0;
    }
}
