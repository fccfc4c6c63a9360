package dev.afterflow.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Whoever was too hurried waits, more each time, and is trusted again by and by. */
class PaceTest {

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final Pace pace = new Pace(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void nobodyWaitsBeforeTheFirstComplaint() {
        for (int call = 0; call < 100; call++) {
            assertThat(pace.turn("m")).isZero();
            pace.heard("m", 200);
        }
    }

    @Test
    void afterAComplaintNothingGoesForASecondAndThenOneAtATime() {
        pace.heard("m", 429);
        assertThat(pace.turn("m")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pace.turn("another")).as("another merchant's pace is its own").isZero();
        later(1000);
        assertThat(pace.turn("m")).isZero();
        assertThat(pace.turn("m")).isBetween(Duration.ofMillis(250), Duration.ofMillis(1250));
        later(250);
        assertThat(pace.turn("m")).isZero();
    }

    @Test
    void aComplaintOfAClockThatWasADayAheadHoldsNothingUpOnceTheClockIsRight() {
        now = now.plus(Duration.ofDays(1));
        pace.heard("m", 429);
        now = now.minus(Duration.ofDays(1));
        assertThat(pace.turn("m")).isZero();
        pace.heard("m", 429);
        assertThat(pace.turn("m")).as("and the next complaint counts").isPositive();
    }

    @Test
    void complaintsAboutCallsThatWentOutTogetherCountOnceAndOnesAfterwardsDouble() {
        for (int together = 0; together < 8; together++) {
            pace.heard("m", 429);
        }
        later(1000);
        assertThat(pace.turn("m")).isZero();
        pace.heard("m", 429);
        later(1999);
        assertThat(pace.turn("m")).isPositive();
        later(1);
        assertThat(pace.turn("m")).isZero();
    }

    @Test
    void theSilenceHasAnEndHoweverManyComplaints() {
        for (int complaint = 0; complaint < 50; complaint++) {
            pace.heard("m", 429);
            later(120_000);
            assertThat(pace.turn("m")).isZero();
        }
    }

    @Test
    void callsThatAreHeardBringTheOldPaceBack() {
        pace.heard("m", 429);
        later(1000);
        for (int call = 0; call < 20; call++) {
            pace.heard("m", 200);
        }
        assertThat(pace.turn("m")).isZero();
        assertThat(pace.turn("m")).as("no gap any more").isZero();
    }

    private void later(long millis) {
        now = now.plusMillis(millis);
    }
}
