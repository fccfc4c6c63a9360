package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.payments.JdbcStatements.Sum;
import dev.afterflow.payments.JdbcStatements.Till;
import dev.afterflow.payments.Judging.Judged;
import dev.afterflow.payments.Mismatches.Item;
import dev.afterflow.payments.Mismatches.Verdict;
import dev.afterflow.providers.StatementSource.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares what providers say they moved with what we booked; every difference becomes one person's question. */
@Component
@Transactional
class Reconciliation {

    private final JdbcStatements statements;
    private final JdbcMismatches items;
    private final JdbcRefunds refunds;
    private final StatementZones zones;
    private final Holding holding;
    private final Outbox outbox;

    Reconciliation(JdbcStatements statements, JdbcMismatches items, JdbcRefunds refunds, StatementZones zones, Holding holding,
            Outbox outbox) {
        this.statements = statements;
        this.items = items;
        this.refunds = refunds;
        this.zones = zones;
        this.holding = holding;
        this.outbox = outbox;
    }

    /** Takes lines of a shop's statements, in any order and as often as they come; a line taken before changes nothing. */
    void take(String shop, List<Line> lines) {
        statements.lock(shop);
        List<Line> fresh = lines.stream().filter(line -> statements.write(shop, line, day(shop, line.provider(), line.movedAt()))).toList();
        Set<Sum> sums = new LinkedHashSet<>();
        fresh.stream().filter(line -> line.refundNo() != null)
            .forEach(line -> sums.addAll(named(new Till(shop, line.provider()), line.refundNo())));
        fresh.stream().filter(line -> line.refundNo() == null)
            .forEach(line -> sums.add(new Sum(new Till(shop, line.provider()), line.amount())));
        sums.forEach(this::unnamed);
    }

    /** A number that was paid after lines had spoken of it is judged again. */
    void again(Refund refund) {
        statements.lock(refund.shop());
        named(new Till(refund.shop(), refund.provider()), refund.refundNo()).forEach(this::unnamed);
    }

    /** Lines without a number are compared again with what was paid meanwhile. */
    void again(Sum sum) {
        statements.lock(sum.till().shop());
        unnamed(sum);
    }

    /** Refunds of an account booked by us whose day's statement came without them. */
    void missing(Till till) {
        statements.lock(till.shop());
        for (Refund refund : statements.missing(till, zones.of(till.shop(), till.provider()))) {
            Line absent = new Line(refund.provider(), ours(refund.refundNo()), refund.refundNo(), refund.amount(), refund.settledAt());
            note(till.shop(), new Judged(absent, refund.refundNo(), refund.amount(), Verdict.ONLY_OURS, null));
        }
    }

    /** Judges all lines of one number; answers the amounts without a number that this may have set free or taken. */
    private Set<Sum> named(Till till, String refundNo) {
        List<Line> lines = statements.named(till, refundNo);
        Optional<Refund> refund = refunds.find(refundNo)
            .filter(known -> known.shop().equals(till.shop()) && known.provider().equals(till.provider()));
        refund.map(known -> Judging.named(known, lines)).orElseGet(() -> lines.stream().map(Judged::theirs).toList())
            .forEach(judged -> note(till.shop(), judged));
        refund.filter(known -> !known.state().settled()).ifPresent(known -> outbox.hurry(RefundCourier.KIND, refundNo));
        refund.filter(known -> known.state().paid()).ifPresent(known -> found(till, refundNo));
        return refund.map(known -> Set.of(new Sum(till, known.amount()))).orElse(Set.of());
    }

    private void unnamed(Sum sum) {
        List<Line> lines = statements.unnamed(sum);
        if (!lines.isEmpty()) {
            Judging.unnamed(lines, statements.unnamedRefunds(sum)).forEach(judged -> {
                note(sum.till().shop(), judged);
                if (judged.verdict() == Verdict.MATCH) {
                    found(sum.till(), judged.refundNo());
                }
            });
        }
    }

    /** A line came late: the question why it was missing is over. */
    private void found(Till till, String refundNo) {
        items.lock(till.shop(), till.provider(), ours(refundNo)).filter(item -> !"statement".equals(item.resolvedBy()))
            .ifPresent(this::over);
    }

    private void note(String shop, Judged judged) {
        Optional<Item> known = items.lock(shop, judged.line().provider(), judged.line().lineId());
        if (known.isEmpty()) {
            Item item = items.insert(shop, day(shop, judged.line().provider(), judged.line().movedAt()), judged);
            if (judged.verdict() != Verdict.MATCH) {
                hold(item, judged);
            }
        } else if (changed(known.get(), judged)) {
            items.judge(known.get().id(), judged);
            if (judged.verdict() == Verdict.MATCH) {
                matched(known.get());
            } else {
                items.ask(known.get().id());
                hold(known.get(), judged);
            }
        }
    }

    private static boolean changed(Item item, Judged judged) {
        boolean cameBack = judged.verdict() == Verdict.ONLY_OURS && "statement".equals(item.resolvedBy());
        return cameBack || item.verdict() != judged.verdict() || !Objects.equals(item.refundNo(), judged.refundNo())
            || !Objects.equals(item.ours(), judged.ours());
    }

    private void matched(Item item) {
        if (item.verdict() != Verdict.MATCH) {
            over(item);
        }
    }

    private void over(Item item) {
        holding.hold(item, 0, null);
        items.resolve(item.id(), "statement");
        tell(item);
    }

    private void hold(Item item, Judged judged) {
        long theirs = judged.verdict() == Verdict.ONLY_OURS ? 0 : judged.line().amount().minor();
        long ours = judged.ours() == null ? 0 : judged.ours().minor();
        holding.hold(item, theirs - ours, Holding.CLEARING);
        tell(item);
    }

    /** Tells what became of the item; the one who hears looks at how it stands then. */
    void tell(Item item) {
        outbox.ensure(Mismatches.KIND, Mismatches.KIND, String.valueOf(item.id()), item.shop());
    }

    private LocalDate day(String shop, String provider, Instant at) {
        return at.atZone(zones.of(shop, provider)).toLocalDate();
    }

    private static String ours(String refundNo) {
        return "ours:" + refundNo;
    }
}
