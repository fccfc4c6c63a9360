package dev.afterflow.cockpit;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts whole days of a shop again from the rows themselves, so that counting twice is counting once. In the statements
 * "offset 0" keeps each day's rows a question of its own, which an index answers; else the planner may read all cases there are.
 */
@Repository
class DayCount {

    private static final int AT_ONCE = 200;

    /** The days to be counted, as spans of time in the shop's own zone. */
    private static final String WANTED = """
            with wanted as materialized (
              select d.shop_id, d.day, cast(d.day as timestamp) at time zone s.time_zone as since,
                     cast(d.day + 1 as timestamp) at time zone s.time_zone as until
                from (select shop_id, day from cockpit.dirty_day order by shop_id, day limit %d) d
                join security.shop s on s.id = d.shop_id),
            """.formatted(AT_ONCE);

    private static final String CASES = WANTED + """
            fact as (
              select w.shop_id, w.day, c.kind, 1 as opened, cast(c.continues_number is not null as int) as reopened, 0 as closed,
                     0 as by_itself, 0 as broken
                from wanted w cross join lateral (select kind, continues_number from cases.case_file
                  where shop_id = w.shop_id and opened_at >= w.since and opened_at < w.until offset 0) c
              union all
              select w.shop_id, w.day, c.kind, 0, 0, 1, cast(h.case_number is null as int), 0
                from wanted w cross join lateral (select kind, number from cases.case_file
                  where shop_id = w.shop_id and closed_at >= w.since and closed_at < w.until offset 0) c
                left join lateral (select case_number from cockpit.by_hand where case_number = c.number offset 0) h on true
              union all
              select w.shop_id, w.day, c.kind, 0, 0, 0, 0, 1
                from wanted w cross join lateral (select case_number from sla.clock
                  where shop_id = w.shop_id and due_at >= w.since and due_at < w.until
                    and (stopped_at > due_at or stopped_at is null and paused_at is null and due_at <= :now) offset 0) k
                cross join lateral (select kind from cases.case_file where number = k.case_number offset 0) c
              union all
              select shop_id, day, kind, 0, 0, 0, 0, 0 from cockpit.case_day join wanted using (shop_id, day))
            insert into cockpit.case_day as d (shop_id, day, kind, opened, reopened, closed, by_itself, broken)
            select shop_id, day, kind, sum(opened), sum(reopened), sum(closed), sum(by_itself), sum(broken) from fact group by 1, 2, 3
            on conflict (shop_id, day, kind) do update set opened = excluded.opened, reopened = excluded.reopened,
              closed = excluded.closed, by_itself = excluded.by_itself, broken = excluded.broken
             where (d.opened, d.reopened, d.closed, d.by_itself, d.broken) is distinct from
                   (excluded.opened, excluded.reopened, excluded.closed, excluded.by_itself, excluded.broken)
            """;

    private static final String TIMES = WANTED + """
            fact as (
              select w.shop_id, w.day, c.kind, 'handled' as measure, cockpit.bucket(extract(epoch from c.closed_at - c.opened_at)::double precision) as bucket, 1 as n
                from wanted w cross join lateral (select kind, opened_at, closed_at from cases.case_file
                  where shop_id = w.shop_id and closed_at >= w.since and closed_at < w.until offset 0) c
              union all
              select w.shop_id, w.day, c.kind, 'answered', cockpit.bucket(extract(epoch from k.stopped_at - k.started_at)::double precision), 1
                from wanted w cross join lateral (select case_number, started_at, stopped_at from sla.clock
                  where shop_id = w.shop_id and kind = 'firstResponse' and stopped_at >= w.since and stopped_at < w.until offset 0) k
                cross join lateral (select kind from cases.case_file where number = k.case_number offset 0) c
              union all
              select shop_id, day, kind, measure, bucket, 0 from cockpit.case_time join wanted using (shop_id, day) where kind <> '*'
              union all
              select shop_id, day, null, measure, bucket, 0 from cockpit.case_time join wanted using (shop_id, day) where kind = '*')
            insert into cockpit.case_time as d (shop_id, day, kind, measure, bucket, n)
            select shop_id, day, kind, measure, bucket, sum(n) from fact where kind is not null group by 1, 2, 3, 4, 5
            union all
            select shop_id, day, '*', measure, bucket, sum(n) from fact group by 1, 2, 4, 5
            on conflict (shop_id, kind, day, measure, bucket) do update set n = excluded.n where d.n <> excluded.n
            """;

    private static final String REFUNDS = WANTED + """
            fact as (
              select w.shop_id, w.day, coalesce(c.kind, 'OTHER') as kind, l.currency, cast(l.kind = 'refund' as int) as refunds,
                     cast(l.kind = 'refund_returned' as int) as returned, l.amount as minor
                from wanted w cross join lateral (select currency, kind, amount, ref from payments.ledger_entry
                  where shop_id = w.shop_id and account = 'refunds' and at >= w.since and at < w.until offset 0) l
                left join lateral (select case_number from payments.refund where refund_no = l.ref offset 0) r on true
                left join lateral (select kind from cases.case_file where number = r.case_number offset 0) c on true
              union all
              select shop_id, day, kind, currency, 0, 0, 0 from cockpit.refund_day join wanted using (shop_id, day))
            insert into cockpit.refund_day as d (shop_id, day, kind, currency, refunds, returned, minor)
            select shop_id, day, kind, currency, sum(refunds), sum(returned), sum(minor) from fact group by 1, 2, 3, 4
            on conflict (shop_id, day, kind, currency) do update set refunds = excluded.refunds, returned = excluded.returned, minor = excluded.minor
             where (d.refunds, d.returned, d.minor) is distinct from (excluded.refunds, excluded.returned, excluded.minor)
            """;

    private final JdbcClient sql;

    DayCount(JdbcClient sql) {
        this.sql = sql;
    }

    /** Today, and yesterday while its last transactions may still come in. */
    void dirtyToday(Instant now) {
        sql.sql("""
                insert into cockpit.dirty_day (shop_id, day)
                select distinct s.id, cast(moment at time zone s.time_zone as date) from security.shop s
                 cross join lateral unnest(array[cast(:now as timestamptz), cast(:now as timestamptz) - interval '10 minutes']) moment
                on conflict do nothing
                """).param("now", Timestamp.from(now)).update();
    }

    /** Every day since a shop's first case or refund. */
    void dirtyAll() {
        sql.sql("""
                insert into cockpit.dirty_day (shop_id, day)
                select s.id, cast(day as date) from security.shop s
                 cross join lateral (select least((select min(opened_at) from cases.case_file c where c.shop_id = s.id),
                                                  (select min(at) from payments.ledger_entry l where l.shop_id = s.id and l.account = 'refunds')) as moment) first
                 cross join lateral generate_series(first.moment - interval '1 day', now() + interval '1 day', interval '1 day') day
                 where first.moment is not null
                on conflict do nothing
                """).update();
    }

    /** At most so many days in one transaction; true while there are more. */
    boolean count(Instant now) {
        sql.sql(CASES).param("now", Timestamp.from(now)).update();
        sql.sql(TIMES).update();
        sql.sql(REFUNDS).update();
        return sql.sql("""
                with counted as materialized (select shop_id, day from cockpit.dirty_day order by shop_id, day limit :most)
                delete from cockpit.dirty_day d using counted where (d.shop_id, d.day) = (counted.shop_id, counted.day)
                """).param("most", AT_ONCE).update() == AT_ONCE;
    }
}
