package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstileTest {

    private Instant now = Instant.parse("2026-11-21T10:00:20Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void theTwentyFirstLoginOfAMinuteIsToldWhenToComeBack() {
        Turnstile logins = new Turnstile(clock, 20, 60);
        for (int n = 0; n < 20; n++) {
            logins.pass("10.0.0.1");
        }

        assertThatThrownBy(() -> logins.pass("10.0.0.1")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(429);
            assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("40");
        });
        assertThatCode(() -> logins.pass("10.0.0.2")).doesNotThrowAnyException();
        now = now.plusSeconds(40);
        assertThatCode(() -> logins.pass("10.0.0.1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"5, PT5S", "6, PT10S", "7, PT20S", "10, PT2M40S", "12, PT10M40S", "13, PT15M", "5000, PT15M"})
    void theWaitGrowsWithTheFailuresAndHasAnEnd(int failures, Duration wait) {
        assertThat(LoginBrake.pause(failures)).isEqualTo(wait);
    }
}
