package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterflow.database.DatabaseWatch;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.SyncTaskExecutor;

/** A node whose clock runs away stops its jobs and says so, and goes on once the clocks agree. */
class SkewTest {

    private final HandOverExecutor jobs = new HandOverExecutor(new SyncTaskExecutor(), new JobPlaces(2), "skewed", 1);
    private final DatabaseWatch watch = mock(DatabaseWatch.class);
    private final JobsHealthIndicator health = new JobsHealthIndicator(jobs, watch);

    @Test
    void jobsStopWhileTheClocksDisagree() {
        jobs.start();
        clocksApart(Duration.ofMinutes(10));
        health.look();
        assertThat(jobs.isActive()).isFalse();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        clocksApart(Duration.ZERO);
        health.look();
        assertThat(jobs.isActive()).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aNodeThatRunsNoJobsByItsSettingsIsNotStarted() {
        clocksApart(Duration.ofMinutes(10));
        health.look();
        clocksApart(Duration.ZERO);
        health.look();
        assertThat(jobs.isActive()).isFalse();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void clocksApart(Duration skew) {
        when(watch.skew()).thenReturn(skew);
        when(watch.skewed()).thenReturn(!skew.isZero());
    }

    @AfterEach
    void rest() {
        jobs.shutdown();
    }
}
