package dev.afterflow.dispatch;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers events between rooms again that nobody finished, because a node died or a listener failed. After a day an
 * event stays where it is and is no longer tried. Which ones are due is asked here: the registry's own choice looks at no
 * failed event's age, and takes the oldest first, so that dead ones would stand in everybody's way.
 */
@Component
class EventSweep {

    private static final int MOST = 200;

    private final IncompleteEventPublications events;
    private final JdbcClient jdbc;

    EventSweep(IncompleteEventPublications events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 60_000)
    void everyMinute() {
        Set<UUID> due = due();
        if (!due.isEmpty()) {
            events.resubmitIncompletePublications(event -> due.contains(event.getIdentifier()));
        }
    }

    /**
     * What was told least often comes first. Only failed events are told again, and one whose node or database died while it
     * was told stands as under way for ever: after two minutes it has failed too. One of a time that has not come yet was written by a node
     * whose clock was ahead: nobody waits for that time.
     */
    private Set<UUID> due() {
        return jdbc.sql("""
                update dispatch.event_publication set status = 'FAILED'
                where id in (
                    select id from dispatch.event_publication
                    where completion_date is null and publication_date > now() - interval '1 day'
                      and (coalesce(last_resubmission_date, publication_date)
                        < now() - case status when 'FAILED' then interval '30 seconds' else interval '2 minutes' end
                        or coalesce(last_resubmission_date, publication_date) > now() + interval '5 seconds')
                    order by completion_attempts, coalesce(last_resubmission_date, publication_date)
                    limit :most
                    for update skip locked)
                returning id""").param("most", MOST).query(UUID.class).set();
    }
}
