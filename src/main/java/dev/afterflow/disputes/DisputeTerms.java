package dev.afterflow.disputes;

import dev.afterflow.sla.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When a dispute must be answered and who is warned: 24 and 6 hours ahead, or at half and four fifths of a shorter term. */
@Component
class DisputeTerms {

    private static final Duration WARN = Duration.ofHours(24);
    private static final Duration ALARM = Duration.ofHours(6);

    private final Deadlines deadlines;
    private final Clock clock;

    DisputeTerms(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The platform's own deadline counts; without one {@code step-deadline} says until when. */
    Dispute.Times of(String shop, Dispute.Kind kind, Instant told) {
        Instant now = clock.instant();
        Deadlines.Deadline due = deadlines.of(shop, step(kind), told, now);
        return times(now, due.due(), due.platform());
    }

    static Dispute.Times times(Instant from, Instant due, boolean told) {
        return new Dispute.Times(due, told, ahead(from, due, WARN, 50), ahead(from, due, ALARM, 80), from, null, null, null, null);
    }

    /** So long ahead, but never before that part of the term is over. */
    static Instant ahead(Instant from, Instant due, Duration ahead, int percent) {
        Duration term = Duration.between(from, due);
        if (term.isNegative() || term.isZero()) {
            return due;
        }
        Instant part = from.plus(term.multipliedBy(percent).dividedBy(100));
        Instant before = due.minus(ahead);
        return before.isAfter(part) ? before : part;
    }

    Instant until(String shop, String step) {
        return deadlines.of(shop, step, null, clock.instant()).due();
    }

    Instant now() {
        return clock.instant();
    }

    private static String step(Dispute.Kind kind) {
        return switch (kind) {
            case PLATFORM -> "platformEvidence";
            case CHARGEBACK, INQUIRY -> "answerChargeback";
            case A_TO_Z -> "answerAToZ";
            case PAYPAL -> "answerPaypal";
        };
    }
}
