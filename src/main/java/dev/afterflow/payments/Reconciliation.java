package dev.afterflow.payments;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares what providers say they moved with what we booked; what they moved and we did not calls a person. */
@Component
@Transactional
class Reconciliation {

    private final JdbcStatements statements;
    private final JdbcRefunds refunds;
    private final Alarms alarms;
    private final Outbox outbox;

    Reconciliation(JdbcStatements statements, JdbcRefunds refunds, Alarms alarms, Outbox outbox) {
        this.statements = statements;
        this.refunds = refunds;
        this.alarms = alarms;
        this.outbox = outbox;
    }

    /** One line of a statement; {@code refundNo} is ours and may be missing. */
    record Line(String provider, String lineId, String refundNo, Money amount, Instant movedAt) {
    }

    enum Verdict {
        MATCH, AMOUNT_DIFF, ONLY_OURS, ONLY_THEIRS, DUPLICATE_THEIRS
    }

    /** A line taken before changes nothing. */
    void take(String shop, Line line) {
        if (!statements.write(shop, line)) {
            return;
        }
        Optional<Refund> ours = ours(shop, line);
        Verdict verdict = ours.map(refund -> judge(refund, line)).orElse(Verdict.ONLY_THEIRS);
        statements.judge(shop, line, ours.map(Refund::refundNo).orElse(line.refundNo()), ours.map(Refund::amount).orElse(null), verdict);
        ours.ifPresent(refund -> follow(refund, line, verdict));
    }

    private Optional<Refund> ours(String shop, Line line) {
        Optional<Refund> named = line.refundNo() == null ? Optional.empty() : refunds.find(line.refundNo())
            .filter(refund -> refund.shop().equals(shop) && refund.provider().equals(line.provider()));
        return named.isPresent() ? named : statements.only(shop, line).flatMap(refunds::find);
    }

    private Verdict judge(Refund refund, Line line) {
        if (statements.judged(refund.refundNo())) {
            return Verdict.DUPLICATE_THEIRS;
        }
        if (!refund.state().paid()) {
            return Verdict.ONLY_THEIRS;
        }
        return refund.amount().equals(line.amount()) ? Verdict.MATCH : Verdict.AMOUNT_DIFF;
    }

    private void follow(Refund refund, Line line, Verdict verdict) {
        switch (verdict) {
            case MATCH -> statements.resolve(refund.refundNo());
            case ONLY_THEIRS -> {
                outbox.hurry(RefundCourier.KIND, refund.refundNo());
                if (refund.state().settled()) {
                    alarms.raise(refund, "CONFLICT", "statement line " + line.lineId() + " moved it, we have " + refund.state());
                }
            }
            case DUPLICATE_THEIRS, AMOUNT_DIFF -> alarms.raise(refund, verdict.name(), "statement line " + line.lineId() + ": " + line.amount());
            default -> { }
        }
    }

    /** Refunds booked by us on a day whose statement came without them. */
    @Scheduled(initialDelay = 900_000, fixedDelay = 3_600_000)
    public void missing() {
        statements.writeMissing();
    }

    @Transactional(readOnly = true)
    List<JdbcStatements.Item> open(int most) {
        return statements.open(most);
    }
}
