package dev.afterflow.cockpit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the flow's history was read, and how far it may be read now. */
@Repository
class Place {

    private final JdbcClient sql;

    Place(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A place in the history; rows up to it are counted.
     *
     * @param at text, since it may be {@code -infinity}
     * @param bound rows from here on may still be joined by older ones of a transaction that has not committed
     */
    record Mark(String at, UUID id, OffsetDateTime bound, OffsetDateTime oldest, boolean rebuild) {
    }

    /** How the counts stand: {@code countedAt} is null before the first count. */
    record Standing(Instant readTo, Instant countedAt, boolean rebuilding) {
    }

    /** The place, held until the transaction ends; empty when another node holds it. */
    Optional<Mark> take() {
        return sql.sql("""
                select at::text, id, oldest_at as oldest, rebuild,
                       least(clock_timestamp() - interval '1 second',
                             (select min(xact_start) from pg_stat_activity
                               where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid())) as bound
                  from cockpit.reader for update skip locked
                """).query(Mark.class).optional();
    }

    /** Somebody asked for it, or history was put in behind the place where reading began. */
    boolean mustRebuild(Mark mark) {
        return mark.rebuild() || mark.oldest() != null && sql.sql("""
                select exists (select from engine.flow_event where at < :oldest)
                """).param("oldest", mark.oldest()).query(Boolean.class).single();
    }

    void demandRebuild() {
        sql.sql("update cockpit.reader set rebuild = true").update();
    }

    /** Forgets what can be counted again: everything from the day of the oldest row there is. */
    void clear() {
        OffsetDateTime oldest = oldest().orElse(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        sql.sql("delete from cockpit.waiting").update();
        sql.sql("delete from cockpit.step_now").update();
        for (String hourly : new String[] {"step_hour", "step_hour_wait"}) {
            sql.sql("delete from cockpit." + hourly + " where at >= date_trunc('hour', cast(:oldest as timestamptz))")
                    .param("oldest", oldest).update();
        }
        for (String daily : new String[] {"step_day", "step_day_wait"}) {
            sql.sql("delete from cockpit." + daily + " where day >= cast(:oldest as timestamptz)::date - 1")
                    .param("oldest", oldest).update();
        }
        sql.sql("delete from cockpit.late_task where at >= :oldest").param("oldest", oldest).update();
        sql.sql("update cockpit.case_day set late = 0 where late > 0 and day >= cast(:oldest as timestamptz)::date - 1")
                .param("oldest", oldest).update();
        sql.sql("""
                update cockpit.reader set at = '-infinity', id = '00000000-0000-0000-0000-000000000000', oldest_at = null,
                       read_to = null, rebuild = false
                """).update();
    }

    private Optional<OffsetDateTime> oldest() {
        return sql.sql("select min(at) from engine.flow_event").query(OffsetDateTime.class).optional();
    }

    void keep(FlowCount.Read read, Mark mark) {
        sql.sql("""
                update cockpit.reader
                   set at = coalesce(cast(:at as timestamptz), at), id = coalesce(cast(:id as uuid), id),
                       oldest_at = coalesce(oldest_at, cast(:first as timestamptz)),
                       read_to = case when :rows = :full then cast(:at as timestamptz) else :bound end, looked_at = clock_timestamp()
                """).param("at", read.at()).param("id", read.id()).param("first", read.first()).param("rows", read.rows())
                .param("full", FlowCount.BATCH).param("bound", mark.bound()).update();
    }

    void counted(Instant now) {
        sql.sql("update cockpit.reader set counted_at = :now").param("now", Timestamp.from(now)).update();
    }

    Standing standing() {
        return sql.sql("""
                select read_to, counted_at, rebuild or read_to is null or read_to < clock_timestamp() - interval '1 minute' as rebuilding
                  from cockpit.reader
                """).query((row, n) -> new Standing(instant(row.getTimestamp("read_to")), instant(row.getTimestamp("counted_at")),
                        row.getBoolean("rebuilding"))).single();
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
