package dev.afterflow.sla;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices clocks that ran out and tells the rooms, each once. */
@Component
class ClockWatch {

    private static final int AT_ONCE = 200;

    private final JdbcClocks store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClockWatch(JdbcClocks store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${afterflow.sla.watch:PT10S}", initialDelayString = "PT15S")
    @Transactional
    void look() {
        lookAt(clock.instant());
    }

    @Transactional
    void lookAt(Instant now) {
        store.runOut(now, AT_ONCE).forEach(ran -> events.publishEvent(
                new Clocks.Broken(ran.caseNumber(), ran.shop(), ran.kind(), ran.dueAt())));
    }
}
