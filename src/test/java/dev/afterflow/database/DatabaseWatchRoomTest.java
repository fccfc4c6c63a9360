package dev.afterflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

@RoomTest
class DatabaseWatchRoomTest {

    @Autowired
    JdbcConnectionDetails database;
    @Autowired
    DatabaseWatch ours;

    @Test
    void theDatabaseIsThereAndItsClockIsOurs() {
        assertThat(ours.away()).isFalse();
        assertThat(ours.skewed()).isFalse();
        assertThat(new DatabaseHealthIndicator(ours).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aClockTenMinutesAheadIsNoticed() {
        DatabaseWatch ahead = new DatabaseWatch(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
        ahead.start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(ahead::skewed);
            assertThat(ahead.skew()).isCloseTo(Duration.ofMinutes(-10), Duration.ofSeconds(3));
        } finally {
            ahead.stop();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAwayWithinFifteenSeconds() {
        DatabaseWatch nowhere = new DatabaseWatch(new Login("jdbc:postgresql://127.0.0.1:1/none", "x"), Clock.systemUTC());
        nowhere.start();
        try {
            await().atMost(Duration.ofSeconds(15)).until(nowhere::away);
            assertThat(new DatabaseHealthIndicator(nowhere).health().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            nowhere.stop();
        }
    }
}
