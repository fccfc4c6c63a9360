package dev.afterflow.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clocks and their moves in PostgreSQL. */
@Repository
class JdbcClocks {

    private final JdbcClient jdbc;

    JdbcClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A clock as stored. */
    record Row(long id, String shop, String kind, Instant startedAt, Instant dueAt, Duration remaining, String reason,
               Instant stoppedAt) {

        boolean paused() {
            return remaining != null && stoppedAt == null;
        }

        Clocks.Reading reading() {
            return new Clocks.Reading(kind, state(), startedAt, dueAt, stoppedAt, remaining, reason);
        }

        private Clocks.Reading.State state() {
            if (stoppedAt != null) {
                return stoppedAt.isAfter(dueAt) ? Clocks.Reading.State.BROKEN : Clocks.Reading.State.KEPT;
            }
            return paused() ? Clocks.Reading.State.PAUSED : Clocks.Reading.State.RUNNING;
        }
    }

    /** Starts a clock, or moves the due date of the one that runs and ends its pause. */
    long start(String caseNumber, String shop, String kind, Instant now, Instant due) {
        return jdbc.sql("""
                insert into sla.clock (shop_id, case_number, kind, started_at, due_at)
                values (:shop, :case, :kind, :now, :due)
                on conflict (case_number, kind) where stopped_at is null
                do update set due_at = excluded.due_at, told_at = null, paused_at = null, remaining_ms = null, reason = null
                returning id""")
                .param("shop", shop).param("case", caseNumber).param("kind", kind)
                .param("now", Timestamp.from(now)).param("due", Timestamp.from(due)).query(Long.class).single();
    }

    void pause(long id, Instant now, Duration remaining, String reason) {
        jdbc.sql("update sla.clock set paused_at = :now, remaining_ms = :remaining, reason = :reason where id = :id")
                .param("now", Timestamp.from(now)).param("remaining", remaining.toMillis()).param("reason", reason)
                .param("id", id).update();
    }

    void resume(long id, Instant due) {
        jdbc.sql("update sla.clock set paused_at = null, remaining_ms = null, reason = null, due_at = :due, told_at = null where id = :id")
                .param("due", Timestamp.from(due)).param("id", id).update();
    }

    /** A clock stopped in its pause was in time: its due date moves behind the stop. */
    void stop(long id, Instant now) {
        jdbc.sql("""
                update sla.clock set stopped_at = :now, paused_at = null, remaining_ms = null,
                       due_at = case when paused_at is null then due_at else greatest(due_at, :now) end
                 where id = :id""")
                .param("now", Timestamp.from(now)).param("id", id).update();
    }

    Optional<Row> running(String caseNumber, String kind) {
        return jdbc.sql("""
                select * from sla.clock where case_number = :case and kind = :kind and stopped_at is null for update""")
                .param("case", caseNumber).param("kind", kind).query(JdbcClocks::row).optional();
    }

    List<Row> running(String caseNumber) {
        return jdbc.sql("select * from sla.clock where case_number = :case and stopped_at is null order by id for update")
                .param("case", caseNumber).query(JdbcClocks::row).list();
    }

    List<Row> all(String caseNumber) {
        return jdbc.sql("select * from sla.clock where case_number = :case order by id")
                .param("case", caseNumber).query(JdbcClocks::row).list();
    }

    void note(long clockId, String shop, Instant at, String move, Instant due, String reason, String who) {
        jdbc.sql("""
                insert into sla.clock_move (shop_id, clock_id, at, move, due_at, reason, who)
                values (:shop, :clock, :at, :move, :due, :reason, :who)""")
                .param("shop", shop).param("clock", clockId).param("at", Timestamp.from(at)).param("move", move)
                .param("due", Timestamp.from(due)).param("reason", reason).param("who", who).update();
    }

    List<Clocks.Running> due(String kind, Instant before, int limit) {
        return jdbc.sql("""
                select * from sla.clock
                 where kind = :kind and stopped_at is null and paused_at is null and due_at < :before order by due_at, id limit :limit""")
                .param("kind", kind).param("before", Timestamp.from(before)).param("limit", limit).query(JdbcClocks::running).list();
    }

    int countDue(String kind, Instant before) {
        return jdbc.sql("""
                select count(*) from sla.clock
                 where kind = :kind and stopped_at is null and paused_at is null and due_at < :before""")
                .param("kind", kind).param("before", Timestamp.from(before)).query(Integer.class).single();
    }

    /** Marks clocks that ran out and were not told yet; another node's are skipped. */
    List<Clocks.Running> runOut(Instant now, int limit) {
        return jdbc.sql("""
                with due as materialized (select id from sla.clock
                  where stopped_at is null and paused_at is null and told_at is null and due_at < :now
                  order by due_at limit :limit for update skip locked)
                update sla.clock set told_at = :now from due where clock.id = due.id
                returning clock.*""")
                .param("now", Timestamp.from(now)).param("limit", limit).query(JdbcClocks::running).list();
    }

    private static Clocks.Running running(ResultSet row, int n) throws SQLException {
        return new Clocks.Running(row.getString("case_number"), row.getString("shop_id"), row.getString("kind"),
                row.getTimestamp("started_at").toInstant(), row.getTimestamp("due_at").toInstant());
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        Long remaining = row.getObject("remaining_ms", Long.class);
        Timestamp stopped = row.getTimestamp("stopped_at");
        return new Row(row.getLong("id"), row.getString("shop_id"), row.getString("kind"),
                row.getTimestamp("started_at").toInstant(), row.getTimestamp("due_at").toInstant(),
                remaining == null ? null : Duration.ofMillis(remaining), row.getString("reason"),
                stopped == null ? null : stopped.toInstant());
    }
}
