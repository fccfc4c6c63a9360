package dev.afterflow.sla;

import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when a step must be done. The deadline the platform itself tells for the case goes before every table; both are
 * brought forward by the margin that {@code step-deadline} keeps for us, yet never before the step begins.
 *
 * <p>{@code step-deadline} is asked {@code marketplace}, {@code jurisdiction}, {@code step} and {@code orderShipped} and
 * answers {@code hours}, {@code clock} (WORKING counts the shop's business time, anything else the clock on the wall) and
 * {@code marginHours}.
 */
@Service
@Transactional(readOnly = true)
public class Deadlines {

    private static final long USUAL_HOURS = 24;

    private final Decisions decisions;
    private final Calendars calendars;
    private final Shops shops;

    Deadlines(Decisions decisions, Calendars calendars, Shops shops) {
        this.decisions = decisions;
        this.calendars = calendars;
        this.shops = shops;
    }

    /** When we must be done ({@code due}, margin taken off) and when it is too late ({@code last}); {@code rule} is the row that said so. */
    public record Deadline(Instant due, Instant last, boolean platform, String rule) {
    }

    /** As {@link #of(String, String, boolean, Instant, Instant)} for an order that has shipped. */
    public Deadline of(String shop, String step, Instant platformDeadline, Instant from) {
        return of(shop, step, true, platformDeadline, from);
    }

    /**
     * The deadline of a step that begins at {@code from}.
     *
     * @param platformDeadline the deadline the marketplace told for this case, null if it told none
     */
    public Deadline of(String shopId, String step, boolean orderShipped, Instant platformDeadline, Instant from) {
        Shop shop = shops.find(shopId).orElseThrow(() -> Problem.notFound("shop"));
        Decided decided = decisions.decide("step-deadline", Map.of("marketplace", shop.platform(),
                "jurisdiction", shop.jurisdiction(), "step", step, "orderShipped", orderShipped));
        Instant last = platformDeadline != null ? platformDeadline : counted(shopId, decided, from);
        Instant due = last.minus(Duration.ofHours(number(decided, "marginHours", 0)));
        return new Deadline(due.isBefore(from) ? last : due, last, platformDeadline != null, decided.ruleId());
    }

    private Instant counted(String shop, Decided decided, Instant from) {
        Duration allowed = Duration.ofHours(number(decided, "hours", USUAL_HOURS));
        return "WORKING".equals(decided.text("clock")) ? calendars.plusWorking(shop, from, allowed) : from.plus(allowed);
    }

    private static long number(Decided decided, String output, long otherwise) {
        return decided.outputs().get(output) instanceof Number number ? number.longValue() : otherwise;
    }
}
