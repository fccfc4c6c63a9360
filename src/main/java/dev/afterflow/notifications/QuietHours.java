package dev.afterflow.notifications;

import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Keeps mail from going out at night, by the clock of the shop. */
@Component
class QuietHours {

    private final ContactLimits limits;
    private final Shops shops;
    private final Clock clock;

    QuietHours(ContactLimits limits, Shops shops, Clock clock) {
        this.limits = limits;
        this.shops = shops;
        this.clock = clock;
    }

    /** How long to wait; zero outside quiet hours. */
    Duration left(String shop) {
        return left(limits.of(shop), ZonedDateTime.now(clock.withZone(ZoneId.of(shops.find(shop).orElseThrow().timeZone()))));
    }

    static Duration left(ContactLimits.Limits limits, ZonedDateTime now) {
        if (limits.quietFrom() == null || !quiet(limits.quietFrom(), limits.quietUntil(), now.toLocalTime())) {
            return Duration.ZERO;
        }
        ZonedDateTime end = now.with(limits.quietUntil());
        return Duration.between(now, end.isAfter(now) ? end : end.plusDays(1));
    }

    private static boolean quiet(LocalTime from, LocalTime until, LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }
}
