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

    public void start(String caseNumber, String shop, String kind, Instant due) {
        Instant now = clock.instant();
        long id = store.start(caseNumber, shop, kind, now, due);
        store.note(id, shop, now, "START", due, null, who());
    }

    /** Stops a clock; one that does not run stays as it is. */
    public void stop(String caseNumber, String kind) {
        store.running(caseNumber, kind).ifPresent(this::stop);
    }

    public void stopAll(String caseNumber) {
        store.running(caseNumber).forEach(this::stop);
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
