package dev.afterflow.complaints;

import dev.afterflow.sla.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Until when somebody checks, proves, answers or is waited for, as {@code step-deadline} says for the shop. */
@Component
class ComplaintTerms {

    static final String CHECK = "checkParcel";
    static final String PROOF = "deliveryProof";
    static final String OBJECTION = "buyerObjection";
    static final String NEWS = "parcelNews";
    static final String CHOICE = "buyerChoice";
    static final String REMINDER = "remindChoice";

    private final Deadlines deadlines;
    private final Clock clock;

    ComplaintTerms(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    Instant of(String shop, String step) {
        return deadlines.of(shop, step, null, clock.instant()).due();
    }

    Date date(String shop, String step) {
        return Date.from(of(shop, step));
    }

    Instant now() {
        return clock.instant();
    }
}
