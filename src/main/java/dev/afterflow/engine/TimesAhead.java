package dev.afterflow.engine;

import dev.afterflow.database.DatabaseWatch;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets right what a node wrote down while its clock was ahead: a step that nobody has tried yet waits for no time to come, and no lock holds
 * longer than the engine's own. Timers and steps that wait to be tried again are left as they are.
 */
@Component
class TimesAhead {

    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final JdbcClient sql;
    private final DatabaseWatch watch;
    private final Clock clock;

    TimesAhead(JdbcClient sql, DatabaseWatch watch, Clock clock) {
        this.sql = sql;
        this.watch = watch;
        this.clock = clock;
    }

    /** Returns how many were set right; none by a node whose own clock is not. */
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT60S")
    @Transactional
    int look() {
        if (watch.skewed()) {
            return 0;
        }
        Instant soon = clock.instant().plus(TOLERATED);
        Timestamp lock = Timestamp.from(soon.plusMillis(HandOverExecutor.LOCK_MILLIS));
        int steps = sql.sql("""
                update public.act_ru_job set duedate_ = :now
                where type_ = 'message' and duedate_ > :soon and exception_msg_ is null and lock_owner_ is null""")
            .param("now", Timestamp.from(clock.instant())).param("soon", Timestamp.from(soon)).update();
        int locks = sql.sql("update public.act_ru_job set lock_exp_time_ = :longest where lock_exp_time_ > :longest").param("longest", lock).update();
        return steps + locks;
    }
}
