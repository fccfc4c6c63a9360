package dev.afterflow.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers events between rooms again that nobody finished, because a node died or a listener failed. After a day an
 * event stays where it is and is no longer tried.
 */
@Component
class EventSweep {

    private static final Duration YOUNGEST = Duration.ofMinutes(2);
    private static final Duration OLDEST = Duration.ofDays(1);
    private static final int MOST = 200;

    private final IncompleteEventPublications events;
    private final Clock clock;

    EventSweep(IncompleteEventPublications events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 60_000)
    void everyMinute() {
        Instant eldest = clock.instant().minus(OLDEST);
        events.resubmitIncompletePublications(ResubmissionOptions.defaults().withMinAge(YOUNGEST).withBatchSize(MOST)
            .withFilter(event -> event.getPublicationDate().isAfter(eldest)));
    }
}
