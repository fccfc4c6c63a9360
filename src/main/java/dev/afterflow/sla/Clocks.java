package dev.afterflow.sla;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The promises that run for a case. Starting a kind that runs moves its due date; a pause needs a reason, keeps the
 * working time that was left and gives it back at resume; a platform's clock cannot be paused.
 */
@Service
@Transactional
public class Clocks {

    /** Kind of the deadline a marketplace set: nobody of us can stop it. */
    public static final String PLATFORM = "platform";

    /** Kind of the promise to answer a buyer who wrote. */
    public static final String FIRST_RESPONSE = "firstResponse";

    private final JdbcClocks store;
    private final Calendars calendars;
    private final Clock clock;

    Clocks(JdbcClocks store, Calendars calendars, Clock clock) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** How a clock stands; {@code remaining} is working time kept during a pause, else null. */
    public record Reading(String kind, State state, Instant startedAt, Instant dueAt, Instant stoppedAt, Duration remaining,
                          String reason) {

        /** KEPT was stopped in time, BROKEN too late. */
        public enum State { RUNNING, PAUSED, KEPT, BROKEN }
    }

    /** A promise was broken: the clock ran past its due date; told after commit, again until every listener has taken it. */
    public record Broken(String caseNumber, String shop, String kind, Instant dueAt) {
    }

    /** A running clock of some case. */
    public record Running(String caseNumber, String shop, String kind, Instant startedAt, Instant dueAt) {
    }

    public void start(String caseNumber, String shop, String kind, Instant due) {
        Instant now = clock.instant();
        long id = store.start(caseNumber, shop, kind, now, due);
        store.note(id, shop, now, "START", due, null, who());
    }

    /** Starts a clock unless one of its kind runs: the older promise holds. True if it was started. */
    public boolean startOnce(String caseNumber, String shop, String kind, Instant due) {
        boolean starts = store.running(caseNumber, kind).isEmpty();
        if (starts) {
            start(caseNumber, shop, kind, due);
        }
        return starts;
    }

    /** Running clocks of a kind that are due before a moment, the nearest first. */
    @Transactional(readOnly = true)
    public List<Running> due(String kind, Instant before, int limit) {
        return store.due(kind, before, limit);
    }

    /** How many clocks of a kind run and are due before a moment. */
    @Transactional(readOnly = true)
    public int countDue(String kind, Instant before) {
        return store.countDue(kind, before);
    }

    /** Stops a clock; one that does not run stays as it is. */
    public void stop(String caseNumber, String kind) {
        store.running(caseNumber, kind).ifPresent(this::stop);
    }

    /** Stops what runs for a case that ended; a buyer without an answer keeps waiting for it. */
    public void stopAll(String caseNumber) {
        store.running(caseNumber).stream().filter(row -> !row.kind().equals(FIRST_RESPONSE)).forEach(this::stop);
    }

    public void pause(String caseNumber, String kind, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required", "请写明暂停原因", "Say why it stands still");
        }
        JdbcClocks.Row row = running(caseNumber, kind);
        if (kind.equals(PLATFORM) || row.paused()) {
            throw Problem.conflict("sla.cannotPause", "平台时限不能暂停，已暂停的也不能再停",
                    "A platform's deadline cannot be paused, nor a paused one again");
        }
        Instant now = clock.instant();
        store.pause(row.id(), now, calendars.workingBetween(row.shop(), now, row.dueAt()), reason);
        store.note(row.id(), row.shop(), now, "PAUSE", row.dueAt(), reason, who());
    }

    public void resume(String caseNumber, String kind) {
        JdbcClocks.Row row = running(caseNumber, kind);
        if (!row.paused()) {
            throw Problem.conflict("sla.notPaused", "该时限没有暂停", "It does not stand still");
        }
        Instant now = clock.instant();
        Instant due = calendars.plusWorking(row.shop(), now, row.remaining());
        store.resume(row.id(), due);
        store.note(row.id(), row.shop(), now, "RESUME", due, null, who());
    }

    @Transactional(readOnly = true)
    public List<Reading> of(String caseNumber) {
        return store.all(caseNumber).stream().map(JdbcClocks.Row::reading).toList();
    }

    private void stop(JdbcClocks.Row row) {
        Instant now = clock.instant();
        store.stop(row.id(), now);
        store.note(row.id(), row.shop(), now, "STOP", row.dueAt(), null, who());
    }

    private JdbcClocks.Row running(String caseNumber, String kind) {
        return store.running(caseNumber, kind).orElseThrow(() -> Problem.notFound("clock"));
    }

    private static String who() {
        return Who.ifAny().orElse(Who.SYSTEM).login();
    }
}
