package dev.afterflow.intake;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes uploaded files off the disk thirty days after their import ended. */
@Component
class ImportCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportCleaner.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcImports jobs;
    private final ImportFiles files;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportCleaner(JdbcImports jobs, ImportFiles files, Clock clock, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.files = files;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
    void clean() {
        for (String stored : transaction.execute(status -> jobs.expired(clock.instant().minus(KEPT)))) {
            try {
                files.drop(stored);
                transaction.executeWithoutResult(status -> jobs.dropped(stored));
            } catch (RuntimeException stays) {
                LOG.warn("{} stays on the disk until the next look", stored, stays);
            }
        }
    }
}
