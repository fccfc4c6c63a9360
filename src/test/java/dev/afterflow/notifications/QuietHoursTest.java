package dev.afterflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private final ContactLimits.Limits night = ContactLimits.house(Couriers.settings(LocalTime.of(22, 0), LocalTime.of(8, 0), null));
    private final ContactLimits.Limits never = ContactLimits.house(Couriers.settings(null, null, null));

    @Test
    void mailWaitsUntilTheMorningOfTheShop() {
        assertThat(QuietHours.left(night, at("2026-11-21T22:00"))).isEqualTo(Duration.ofHours(10));
        assertThat(QuietHours.left(night, at("2026-11-22T03:00"))).isEqualTo(Duration.ofHours(5));
        assertThat(QuietHours.left(night, at("2026-11-22T08:00"))).isZero();
        assertThat(QuietHours.left(night, at("2026-11-22T21:59"))).isZero();
    }

    @Test
    void withoutTheSettingNothingWaits() {
        assertThat(QuietHours.left(never, at("2026-11-22T03:00"))).isZero();
    }

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.parse(time + ":00+08:00[Asia/Shanghai]");
    }
}
