package dev.afterflow.cockpit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what happened, a batch a transaction: the place reached and the counts commit together, so that a killed node leaves
 * nothing half counted. Several nodes may try; one at a time reads.
 */
@Component
class Reader {

    /** How much a count of the present may weigh: it rests so many times as long as it took. */
    private static final int REST = 20;
    /** Then the thread is given back to the other sweeps for a second. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final FlowCount flow;
    private final Models models;
    private final DayCount days;
    private final NowCount present;
    private final Place place;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean closing;
    private Instant restUntil = Instant.EPOCH;
    private Instant stepsDue = Instant.EPOCH;

    Reader(FlowCount flow, Models models, DayCount days, NowCount present, Place place, TransactionTemplate transaction,
            Clock clock) {
        this.flow = flow;
        this.models = models;
        this.days = days;
        this.present = present;
        this.place = place;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3S", fixedDelayString = "PT1S")
    void look() {
        try {
            read();
        } catch (RuntimeException failed) {
            if (!closing) {
                LOG.warn("The cockpit's counts stand still until the next look: {}", failed.toString());
            }
        }
    }

    /** Reads to the end of what is safe to read, then counts the days that changed and the present. */
    synchronized void read() {
        Instant pause = clock.instant().plus(LONGEST_LOOK);
        boolean more = true;
        while (more && !closing && clock.instant().isBefore(pause)) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch()));
        }
        Instant now = clock.instant();
        if (!closing && !more && !now.isBefore(restUntil)) {
            transaction.executeWithoutResult(status -> days.dirtyToday(now));
            while (Boolean.TRUE.equals(transaction.execute(status -> count(now))) && !closing) {
                LOG.debug("More days are to be counted");
            }
            Duration took = Duration.between(now, clock.instant()).multipliedBy(REST);
            restUntil = now.plus(took.compareTo(BETWEEN_COUNTS) > 0 ? took : BETWEEN_COUNTS);
        }
    }

    /** Everything is counted anew from the rows there are: what is older than they are stays. */
    synchronized void rebuild() {
        transaction.executeWithoutResult(status -> place.demandRebuild());
        restUntil = Instant.EPOCH;
        read();
    }

    private boolean batch() {
        Place.Mark mark = place.take().orElse(null);
        if (mark == null) {
            return false;
        }
        if (place.mustRebuild(mark)) {
            place.clear();
            days.dirtyAll();
            return true;
        }
        models.learn(flow.definitions(mark));
        FlowCount.Read read = flow.count(mark);
        place.keep(read, mark);
        return read.rows() == FlowCount.BATCH;
    }

    /** The present is counted last, so that the moment it is as of holds for the days too. */
    private boolean count(Instant now) {
        if (place.take().isEmpty()) {
            return false;
        }
        boolean more = days.count(now);
        if (!more) {
            present.promises(now);
            if (!now.isBefore(stepsDue)) {
                present.steps(now);
                stepsDue = now.plus(BETWEEN_STEPS);
            }
            place.counted(now);
        }
        return more;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }
}
