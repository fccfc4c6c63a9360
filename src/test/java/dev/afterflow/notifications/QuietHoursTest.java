package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private final QuietHours night = new QuietHours(
        Couriers.settings(LocalTime.of(22, 0), LocalTime.of(8, 0), null), null, Clock.systemUTC());
    private final QuietHours never = new QuietHours(
        Couriers.settings(null, null, null), null, Clock.systemUTC());

    @Test
    void mailWaitsUntilTheMorningOfTheShop() {
        assertThat(night.left(at("2026-11-21T22:00"))).isEqualTo(Duration.ofHours(10));
        assertThat(night.left(at("2026-11-22T03:00"))).isEqualTo(Duration.ofHours(5));
        assertThat(night.left(at("2026-11-22T08:00"))).isZero();
        assertThat(night.left(at("2026-11-22T21:59"))).isZero();
    }

    @Test
    void withoutTheSettingNothingWaits() {
        assertThat(never.left(at("2026-11-22T03:00"))).isZero();
    }

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.parse(time + ":00+08:00[Asia/Shanghai]");
    }
}
