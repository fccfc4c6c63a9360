package dev.afterflow.tasks;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks twice a minute for work that is due within the hour or late, and tells the desks; several nodes may do it at once. */
@Component
class PromiseSweep {

    private final JdbcPromises promises;
    private final LiveSender live;
    private final Clock clock;

    PromiseSweep(JdbcPromises promises, LiveSender live, Clock clock) {
        this.promises = promises;
        this.live = live;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    @Transactional
    void sweep() {
        Instant now = clock.instant();
        promises.nowOverdue(now).forEach(item -> live.task(item, "due"));
        promises.nowDueSoon(now).forEach(item -> live.task(item, "due"));
    }
}
