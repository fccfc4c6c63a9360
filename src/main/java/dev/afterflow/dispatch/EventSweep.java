package dev.afterflow.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;

    EventSweep(IncompleteEventPublications events, Clock clock, JdbcClient jdbc) {
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 60_000)
    void everyMinute() {
        giveUpWaiting();
        Instant eldest = clock.instant().minus(OLDEST);
        events.resubmitIncompletePublications(ResubmissionOptions.defaults().withMinAge(YOUNGEST).withBatchSize(MOST)
            .withFilter(event -> event.getPublicationDate().isAfter(eldest)));
    }

    /** Only failed events are told again; one whose node or database died while it was told stands as under way for ever. */
    private void giveUpWaiting() {
        jdbc.sql("""
                update dispatch.event_publication set status = 'FAILED'
                where completion_date is null and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
                  and coalesce(last_resubmission_date, publication_date) < now() - interval '2 minutes'""").update();
    }
}
