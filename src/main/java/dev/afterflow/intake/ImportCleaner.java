package dev.afterflow.intake;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes uploaded files off the disk thirty days after their import ended. */
@Component
class ImportCleaner {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcImports jobs;
    private final ImportFiles files;
    private final Clock clock;

    ImportCleaner(JdbcImports jobs, ImportFiles files, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
    @Transactional
    void clean() {
        for (String stored : jobs.expired(clock.instant().minus(KEPT))) {
            files.drop(stored);
            jobs.dropped(stored);
        }
    }
}
