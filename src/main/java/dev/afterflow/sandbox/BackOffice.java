package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Finance of the demo at work: takes the providers' statements of the last weeks, and finds two things that do not agree. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class BackOffice {

    private static final int DAYS = 30;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Staff staff;
    private final PayMistakes mistakes;
    private final Clock clock;

    BackOffice(Staff staff, PayMistakes mistakes, Clock clock) {
        this.staff = staff;
        this.mistakes = mistakes;
        this.clock = clock;
    }

    /** Twice is like once: a day that was taken is known, a mistake is made once. */
    void reconcile() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        mistakes.ofYesterday(clock.instant().minus(Duration.ofHours(26)));
        for (int back = DAYS; back >= 1; back--) {
            staff.post("xu", "/api/payments/reconciliation/run", Map.of("day", today.minusDays(back).toString()));
        }
    }
}
