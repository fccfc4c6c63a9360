package dev.afterflow.cockpit;

import dev.afterflow.cockpit.JdbcRetries.Claimed;
import dev.afterflow.cockpit.JdbcRetries.Outcome;
import dev.afterflow.cockpit.JdbcRetries.Row;
import dev.afterflow.security.Audit;
import dev.afterflow.security.People;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries again what was asked for, one row after the other, each with its own outcome; a retry whose node died is taken up by
 * another one where it was. Trying a row twice does nothing twice.
 */
@Component
class RetryRunner {

    private static final int LEASE_SECONDS = 60;
    /** Then the thread is given back to the other sweeps for a second. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(RetryRunner.class);

    private final String node = UUID.randomUUID().toString();
    private final JdbcRetries store;
    private final SecondTry secondTry;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean closing;

    RetryRunner(JdbcRetries store, SecondTry secondTry, People people, Audit audit, TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.secondTry = secondTry;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
    void look() {
        try {
            Instant pause = clock.instant().plus(LONGEST_LOOK);
            Optional<Claimed> claimed = claim();
            while (claimed.isPresent() && !closing && clock.instant().isBefore(pause)) {
                step(claimed.get());
                claimed = claim();
            }
        } catch (RuntimeException failed) {
            if (!closing) {
                LOG.warn("Retries rest until the next look: {}", failed.toString());
            }
        }
    }

    private Optional<Claimed> claim() {
        return transaction.execute(status -> {
            store.forget(clock.instant().minus(Retries.A_DAY));
            return store.claim(node, LEASE_SECONDS);
        });
    }

    private void step(Claimed retry) {
        Optional<Row> next = transaction.execute(status -> store.next(retry.id()));
        if (next.isEmpty()) {
            transaction.executeWithoutResult(status -> store.done(retry.id()));
            return;
        }
        Row row = next.get();
        Outcome outcome = secondTry.of(row);
        Who who = people.find(retry.askedBy()).orElse(Who.SYSTEM);
        who.acting(() -> transaction.execute(status -> {
            store.end(retry.id(), row.n(), outcome);
            audit.record(row.shop(), "RETRIED", row.source().toLowerCase(Locale.ROOT), row.ref(), told(retry, row, outcome));
            return null;
        }));
    }

    private static Map<String, Object> told(Claimed retry, Row row, Outcome outcome) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("retry", retry.id());
        told.put("outcome", outcome.state());
        if (row.caseNumber() != null) {
            told.put("case", row.caseNumber());
        }
        return told;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
