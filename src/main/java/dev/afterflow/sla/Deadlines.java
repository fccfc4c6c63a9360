package dev.afterflow.sla;

import dev.afterflow.engine.Decided;
import dev.afterflow.engine.Decisions;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when a step must be done: the deadline the platform itself tells for the case, else what {@code step-deadline} says
 * for the shop's platform and law, in calendar or in working time.
 */
@Service
@Transactional
public class Deadlines {

    private final Decisions decisions;
    private final Calendars calendars;
    private final Shops shops;

    Deadlines(Decisions decisions, Calendars calendars, Shops shops) {
        this.decisions = decisions;
        this.calendars = calendars;
        this.shops = shops;
    }

    /**
     * Until when, and what then.
     *
     * @param escalateAt when a supervisor is asked: the margin of step {@code escalate} before {@code due}, not before the start
     * @param platform whether the platform itself told it
     * @param onExpiry what happens at {@code due}, a word of the table such as MONEY_BACK
     * @param rule id of the row that said so
     */
    public record Deadline(Instant due, Instant escalateAt, boolean platform, String onExpiry, String rule) {
    }

    /**
     * The deadline of a step that begins at {@code from}.
     *
     * @param step a step of the table, such as answerUnshipped, answerShipped, confirmReturn or buyerEvidence
     * @param platformDeadline the deadline the marketplace told for this case, null if it told none
     */
    public Deadline of(String shopId, String step, Instant platformDeadline, Instant from) {
        Shop shop = shops.find(shopId).orElseThrow(() -> Problem.notFound("shop"));
        boolean told = platformDeadline != null;
        Decided decided = decide(shop, step, told);
        Instant due = told ? platformDeadline : counted(shop, decided, from);
        Instant escalateAt = due.minus(Duration.parse(decide(shop, "escalate", told).text("duration")));
        return new Deadline(due, escalateAt.isBefore(from) ? from : escalateAt, told, decided.text("onExpiry"), decided.ruleId());
    }

    private Decided decide(Shop shop, String step, boolean platformDeadline) {
        return decisions.decide("step-deadline", Map.of("platformDeadline", platformDeadline, "platform", shop.platform(),
                "jurisdiction", shop.jurisdiction(), "step", step, "goods", "", "transport", ""));
    }

    /** Whole days of working time are working days, hours are working hours. */
    private Instant counted(Shop shop, Decided decided, Instant from) {
        String duration = decided.text("duration");
        if (!"WORKING".equals(decided.text("time"))) {
            return from.plus(Duration.parse(duration));
        }
        return duration.contains("T") ? calendars.plusWorking(shop.id(), from, Duration.parse(duration))
                : calendars.plusWorkingDays(shop.id(), from, Period.parse(duration).getDays());
    }
}
