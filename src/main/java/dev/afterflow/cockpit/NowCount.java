package dev.afterflow.cockpit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the present: who waits at which step, which promises are late or break soon, what stopped, how many cases are open. */
@Repository
class NowCount {

    static final Duration SOON = Duration.ofHours(2);
    /** A step that lasts longer than this is shown as stuck. */
    static final Duration STUCK = Duration.ofDays(7);
    /** An outbox row that failed so often is shown as stopped, though it is still tried. */
    static final int MANY_ATTEMPTS = 5;

    /** An effect that keeps failing; one that only waits for its hour or its partner's window does not. */
    static final String EFFECT_STOPPED = """
            not o.done and o.attempts >= :many and o.last_error is not null
              and o.last_error not in ('not at this hour', 'too early to ask', 'not found yet')""";

    private static final String STEPS = """
            with fresh as materialized (
              select model, activity, shop_id, kind, count(*) as waiting, count(*) filter (where entered_at < :stuck) as stuck, min(entered_at) as oldest
                from cockpit.waiting group by 1, 2, 3, 4),
            gone as (
              delete from cockpit.step_now s where not exists (select from fresh f where f.model = s.model and f.activity = s.activity
                and f.shop_id = s.shop_id and f.kind = s.kind))
            insert into cockpit.step_now as s (model, activity, shop_id, kind, waiting, stuck, oldest)
            select model, activity, shop_id, kind, waiting, stuck, oldest from fresh
            on conflict (model, activity, shop_id, kind) do update set waiting = excluded.waiting, stuck = excluded.stuck, oldest = excluded.oldest
             where (s.waiting, s.stuck, s.oldest) is distinct from (excluded.waiting, excluded.stuck, excluded.oldest)
            """;

    private static final String PROMISES = """
            with recursive every (kind) as (
              select min(kind) from sla.clock where stopped_at is null and paused_at is null
              union all
              select (select min(k.kind) from sla.clock k where k.stopped_at is null and k.paused_at is null and k.kind > every.kind)
                from every where every.kind is not null),
            fact as (
              select shop_id, kind, due_at <= :now as late, 1 as task, 0 as clock, 0 as failed, 0 as open from tasks.work_item
               where due_at <= :soon and not pending
              union all
              select k.shop_id, c.kind, k.due_at <= :now, 0, 1, 0, 0 from every
                join sla.clock k on k.kind = every.kind and k.stopped_at is null and k.paused_at is null and k.due_at <= :soon
                join cases.case_file c on c.number = k.case_number
              union all
              select c.shop_id, c.kind, false, 0, 0, 1, 0 from public.act_ru_incident i
                join public.act_ru_execution e on e.id_ = i.proc_inst_id_
                join public.act_ru_execution root on root.id_ = e.root_proc_inst_id_
                join cases.case_file c on c.number = root.business_key_
              union all
              select shop_id, '', false, 0, 0, 1, 0 from intake.message where state = 'PARKED'
              union all
              select shop_id, '', false, 0, 0, 1, 0 from dispatch.outbox o where %s
              union all
              select shop_id, kind, false, 0, 0, 0, opened - closed from cockpit.case_day where opened <> closed
              union all
              select shop_id, kind, false, 0, 0, 0, 0 from cockpit.now_count)
            insert into cockpit.now_count as n (shop_id, kind, tasks_late, tasks_soon, clocks_late, clocks_soon, failed, open)
            select shop_id, kind, coalesce(sum(task) filter (where late), 0), coalesce(sum(task) filter (where not late), 0),
                   coalesce(sum(clock) filter (where late), 0), coalesce(sum(clock) filter (where not late), 0), sum(failed), sum(open)
              from fact group by 1, 2
            on conflict (shop_id, kind) do update set tasks_late = excluded.tasks_late, tasks_soon = excluded.tasks_soon,
              clocks_late = excluded.clocks_late, clocks_soon = excluded.clocks_soon, failed = excluded.failed, open = excluded.open
             where (n.tasks_late, n.tasks_soon, n.clocks_late, n.clocks_soon, n.failed, n.open) is distinct from
                   (excluded.tasks_late, excluded.tasks_soon, excluded.clocks_late, excluded.clocks_soon, excluded.failed, excluded.open)
            """.formatted(EFFECT_STOPPED);

    private final JdbcClient sql;

    NowCount(JdbcClient sql) {
        this.sql = sql;
    }

    /** The reader keeps the steps as it reads; counting them says what got stuck by standing, and mends what was moved by hand. */
    void steps(Instant now) {
        sql.sql(STEPS).param("stuck", Timestamp.from(now.minus(STUCK))).update();
    }

    void promises(Instant now) {
        sql.sql(PROMISES).param("now", Timestamp.from(now)).param("soon", Timestamp.from(now.plus(SOON)))
                .param("many", MANY_ATTEMPTS).update();
    }
}
