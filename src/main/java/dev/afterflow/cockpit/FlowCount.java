package dev.afterflow.cockpit;

import dev.afterflow.cockpit.Place.Mark;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts a batch of the flow's history into hours and days of steps, and keeps who waits where. */
@Repository
class FlowCount {

    static final int BATCH = 500;

    /** The batch: rows after the mark and before the bound, in the order of their keys. */
    private static final String PAGE = """
            select e.at, e.id, e.case_number, e.definition, e.who, e.events from engine.flow_event e
             where e.at >= cast(:at as timestamptz) and e.at < :bound and (e.at, e.id) > (cast(:at as timestamptz), :id)
             order by e.at, e.id limit :most""";

    /** A step belongs to the definition that spoke; old rows do not name a called process, so its release is asked for the step. */
    private static final String ITEMS = """
            with page as materialized (%s),
            placed as materialized (
              select p.*, c.shop_id, c.kind, c.opened_at, c.closed_at, s.time_zone
                from page p join cases.case_file c on c.number = p.case_number join security.shop s on s.id = c.shop_id),
            item as materialized (
              select p.at, p.case_number, p.who, p.shop_id, p.kind, p.time_zone, i.value ->> 'is' as how, i.value ->> 'id' as instance,
                     coalesce(i.value ->> 'activity', i.value ->> 'task') as activity, i.value ->> 'task' is not null as task,
                     cast(i.value ->> 'due' as timestamptz) as due, coalesce(i.value ->> 'of', p.definition) as definition
                from placed p cross join lateral jsonb_array_elements(p.events) i
               where coalesce(i.value ->> 'activity', i.value ->> 'task') not like '%%#multiInstanceBody'),
            told as materialized (
              select item.*, date_trunc('hour', item.at) as hour, cast(item.at at time zone item.time_zone as date) as day,
                     coalesce(case when own.activity is null then (
                       select sibling.id from cockpit.model sibling join cockpit.node n on n.model = sibling.id
                        where sibling.deployment = m.deployment and n.activity = item.activity limit 1) end, m.id) as model
                from item join cockpit.model m on m.definition = item.definition
                left join cockpit.node own on own.model = m.id and own.activity = item.activity),
            came as (select * from told where how = 'entered' and not task),
            went as (select distinct on (instance) * from told where how in ('left', 'cancelled') and instance is not null and not task),
            """.formatted(PAGE);

    private static final String KEPT = """
            gone as (
              delete from cockpit.waiting w using went where w.instance = went.instance returning w.instance, w.entered_at, w.model, w.activity, w.shop_id, w.kind),
            stays as (
              insert into cockpit.waiting (instance, shop_id, case_number, kind, model, activity, entered_at)
              select distinct on (instance) instance, shop_id, case_number, kind, model, activity, at from came
               where not exists (select from went where went.instance = came.instance) order by instance
              on conflict do nothing returning model, activity, shop_id, kind, entered_at),
            moved as (
              insert into cockpit.step_now as s (model, activity, shop_id, kind, waiting, stuck, oldest)
              select model, activity, shop_id, kind, sum(n), 0, min(entered_at) from (
                select model, activity, shop_id, kind, entered_at, 1 as n from stays
                union all
                select model, activity, shop_id, kind, entered_at, -1 from gone) move
               group by 1, 2, 3, 4 having sum(n) <> 0
              on conflict (model, activity, shop_id, kind) do update
                set waiting = greatest(0, s.waiting + excluded.waiting), oldest = least(s.oldest, excluded.oldest) returning 1),
            hands as (
              insert into cockpit.by_hand (case_number, shop_id)
              select distinct case_number, shop_id from told where task and how = 'complete' and who is not null
              on conflict do nothing returning 1),
            dirty as (
              insert into cockpit.dirty_day (shop_id, day)
              select distinct shop_id, cast(moment at time zone time_zone as date) from placed
               cross join lateral unnest(array[opened_at, closed_at]) moment where moment is not null
              on conflict do nothing returning 1),
            """;

    private static final String COUNTED = """
            counted as materialized (
              select model, shop_id, hour, day, activity, 1 as entered, 0 as ended, 0 as cancelled, 0 as late, null::smallint as bucket from came
              union all
              select model, shop_id, hour, day, activity, 1, cast(how = 'passed' as int), cast(how = 'cancelled' as int), 0, null
                from told where not task and (how = 'passed' or how = 'cancelled' and instance is null)
              union all
              select e.model, e.shop_id, e.hour, e.day, e.activity, 0, cast(e.how = 'left' as int), cast(e.how = 'cancelled' as int), 0,
                     case when e.how = 'left' then cockpit.bucket(extract(epoch from e.at - coalesce(came.at, gone.entered_at))::double precision) end
                from went e left join came using (instance) left join gone using (instance)
              union all
              select model, shop_id, hour, day, activity, 0, 0, 0, 1, null from told where task and how = 'complete' and due < at),
            hours as (
              insert into cockpit.step_hour as h (model, shop_id, at, activity, entered, ended, cancelled, late)
              select model, shop_id, hour, activity, sum(entered), sum(ended), sum(cancelled), sum(late) from counted group by 1, 2, 3, 4
              on conflict (model, shop_id, at, activity) do update set entered = h.entered + excluded.entered,
                ended = h.ended + excluded.ended, cancelled = h.cancelled + excluded.cancelled, late = h.late + excluded.late returning 1),
            hour_waits as (
              insert into cockpit.step_hour_wait as h (model, shop_id, at, activity, bucket, n)
              select model, shop_id, hour, activity, bucket, count(*) from counted where bucket is not null group by 1, 2, 3, 4, 5
              on conflict (model, shop_id, at, activity, bucket) do update set n = h.n + excluded.n returning 1),
            days as (
              insert into cockpit.step_day as d (model, shop_id, day, activity, entered, ended, cancelled, late)
              select model, shop_id, day, activity, sum(entered), sum(ended), sum(cancelled), sum(late) from counted group by 1, 2, 3, 4
              on conflict (model, shop_id, day, activity) do update set entered = d.entered + excluded.entered,
                ended = d.ended + excluded.ended, cancelled = d.cancelled + excluded.cancelled, late = d.late + excluded.late returning 1),
            day_waits as (
              insert into cockpit.step_day_wait as d (model, shop_id, day, activity, bucket, n)
              select model, shop_id, day, activity, bucket, count(*) from counted where bucket is not null group by 1, 2, 3, 4, 5
              on conflict (model, shop_id, day, activity, bucket) do update set n = d.n + excluded.n returning 1),
            lates as (
              insert into cockpit.case_day as c (shop_id, day, kind, late)
              select shop_id, day, kind, count(*) from told where task and how = 'complete' and due < at group by 1, 2, 3
              on conflict (shop_id, day, kind) do update set late = c.late + excluded.late returning 1),
            late_tasks as (
              insert into cockpit.late_task (shop_id, at, due_at, case_number, kind, model, activity)
              select shop_id, at, due, case_number, kind, model, activity from told where task and how = 'complete' and due < at returning 1)
            select count(*) as rows, cast(min(at) as text) as first, cast(max(at) as text) as at,
                   cast((array_agg(id order by at desc, id desc))[1] as text) as id,
                   (select count(*) from told where how = 'migrated') as migrated
              from page
            """;

    private static final String MOVED = ITEMS + """
            moved as (select distinct on (instance) instance, model, activity from told where how = 'migrated' order by instance, at desc)
            update cockpit.waiting w set model = moved.model, activity = moved.activity from moved where w.instance = moved.instance
            """;

    private final JdbcClient sql;

    FlowCount(JdbcClient sql) {
        this.sql = sql;
    }

    /** What a batch held and where it ended; the moments are text and null when it held nothing. */
    record Read(int rows, String first, String at, String id, int migrated) {
    }

    /** The definitions that speak in the batch. */
    List<String> definitions(Mark mark) {
        return bound("select distinct definition from (" + PAGE + ") page where definition is not null", mark).query(String.class).list();
    }

    Read count(Mark mark) {
        Read read = bound(ITEMS + KEPT + COUNTED, mark).query(Read.class).single();
        if (read.migrated() > 0) {
            bound(MOVED, mark).update();
        }
        return read;
    }

    private JdbcClient.StatementSpec bound(String statement, Mark mark) {
        UUID id = mark.id();
        return sql.sql(statement).param("at", mark.at()).param("id", id).param("bound", mark.bound()).param("most", BATCH);
    }
}
