package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node with a clock a day ahead wrote does not stand still for a day. Suspended, so that nobody runs these jobs. */
@RoomTest
class TimesAheadRoomTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    TimesAhead ahead;
    @Autowired
    JdbcClient sql;
    @Autowired
    Clock clock;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void aStepThatNobodyHasTriedIsDueNow() {
        job("step", "message", DAY, null, null);
        ahead.look();
        assertThat(due("step")).isBefore(clock.instant().plusSeconds(1));
    }

    @Test
    void aStepThatWaitsToBeTriedAgainAndATimerStayAsTheyAre() {
        job("again", "message", DAY, "the partner was away", null);
        job("timer", "timer", DAY, null, null);
        job("soon", "message", Duration.ofSeconds(3), null, null);
        ahead.look();
        assertThat(due("again")).isAfter(clock.instant().plus(DAY.dividedBy(2)));
        assertThat(due("timer")).isAfter(clock.instant().plus(DAY.dividedBy(2)));
        assertThat(due("soon")).isAfter(clock.instant().minusSeconds(60));
    }

    @Test
    void noLockHoldsLongerThanTheEnginesOwn() {
        job("locked", "message", Duration.ZERO, null, DAY);
        ahead.look();
        assertThat(sql.sql("select lock_exp_time_ from public.act_ru_job where id_ = :id").param("id", "locked" + mark).query(Timestamp.class).single().toInstant())
                .isBefore(clock.instant().plusMillis(HandOverExecutor.LOCK_MILLIS).plusSeconds(6)).isAfter(clock.instant());
    }

    private void job(String name, String type, Duration due, String exception, Duration lock) {
        sql.sql("""
                insert into public.act_ru_job (id_, rev_, type_, exclusive_, retries_, duedate_, exception_msg_, handler_type_, suspension_state_, lock_owner_, lock_exp_time_)
                values (:id, 1, :type, true, 3, :due, :exception, 'async-continuation', 2, :owner, :lock)""")
            .param("id", name + mark).param("type", type).param("due", Timestamp.from(clock.instant().plus(due))).param("exception", exception)
            .param("owner", lock == null ? null : "a node that died").param("lock", lock == null ? null : Timestamp.from(clock.instant().plus(lock))).update();
    }

    private Instant due(String name) {
        return sql.sql("select duedate_ from public.act_ru_job where id_ = :id").param("id", name + mark).query(Timestamp.class).single().toInstant();
    }

    @AfterEach
    void away() {
        sql.sql("delete from public.act_ru_job where id_ like '%' || :mark").param("mark", mark).update();
    }
}
