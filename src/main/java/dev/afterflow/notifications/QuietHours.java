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

    private final NotificationSettings settings;
    private final Shops shops;
    private final Clock clock;

    QuietHours(NotificationSettings settings, Shops shops, Clock clock) {
        this.settings = settings;
        this.shops = shops;
        this.clock = clock;
    }

    /** How long to wait; zero outside quiet hours. */
    Duration left(String shop) {
        return left(ZonedDateTime.now(clock.withZone(ZoneId.of(shops.find(shop).orElseThrow().timeZone()))));
    }

    Duration left(ZonedDateTime now) {
        if (settings.quietFrom() == null || settings.quietUntil() == null || !quiet(now.toLocalTime())) {
            return Duration.ZERO;
        }
        ZonedDateTime end = now.with(settings.quietUntil());
        return Duration.between(now, end.isAfter(now) ? end : end.plusDays(1));
    }

    private boolean quiet(LocalTime time) {
        LocalTime from = settings.quietFrom();
        LocalTime until = settings.quietUntil();
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }
}
