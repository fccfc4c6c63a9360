package dev.afterflow.cockpit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * What stopped or keeps failing, from the five places where it can: steps of processes, parked letters, effects, events
 * between rooms, refunds that need a person. At most so many of each are looked at, the newest.
 */
@Repository
class JdbcIncidents {

    static final int MOST = 2000;
    private static final String REFUND_OPEN = "r.state in ('REQUESTED', 'SENT', 'PROCESSING', 'ABNORMAL')";

    private static final String STEPS = """
            (select 'STEP' as source, j.id_ as ref, j.process_def_key_ as process, j.process_def_id_ as definition, split_part(d.act_id_, '#', 1) as place,
                    j.retries_ = 0 as stopped, coalesce(j.exception_msg_, (select split_part(convert_from(b.bytes_, 'UTF8'), chr(10), 1) from public.act_ge_bytearray b
                      where b.id_ = j.exception_stack_id_), '') as told,
                    cast(coalesce(i.incident_timestamp_, j.create_time_, now()) as timestamptz) as at, c.number as case_number, c.shop_id as shop, c.kind,
                    j.process_def_key_ = 'refund-payout' as money
               from public.act_ru_job j
               join public.act_ru_jobdef d on d.id_ = j.job_def_id_
               join public.act_ru_execution e on e.id_ = j.process_instance_id_
               join public.act_ru_execution root on root.id_ = e.root_proc_inst_id_
               join cases.case_file c on c.number = root.business_key_
               left join public.act_ru_incident i on i.configuration_ = j.id_
              where j.exception_stack_id_ is not null limit :most)""";
    private static final String LETTERS = """
            (select 'LETTER', cast(m.id as text), null, null, m.kind, true, coalesce(m.error, ''), m.at, null, m.shop_id, '', false
               from intake.message m where m.state = 'PARKED' order by m.id desc limit :most)""";
    private static final String EFFECTS = """
            (select 'EFFECT', o.kind || ' ' || o.ref, null, null, o.kind, true, o.last_error, o.created_at, r.case_number, o.shop_id, coalesce(c.kind, ''),
                    o.kind in ('refund', 'notice', 'chase')
               from dispatch.outbox o
               left join payments.refund r on o.kind = 'refund' and r.refund_no = o.ref
               left join cases.case_file c on c.number = r.case_number
              where %s limit :most)""".formatted(NowCount.EFFECT_STOPPED);
    private static final String EVENTS = """
            (select 'EVENT', cast(p.id as text), null, null, substring(p.listener_id from 'afterflow\\.([a-z]+)\\.') || ' ' || substring(p.event_type from '[A-Za-z]+$'),
                    p.publication_date < now() - interval '1 day', 'not taken by ' || p.listener_id, p.publication_date,
                    coalesce(cast(p.serialized_event as jsonb) ->> 'caseNumber', cast(p.serialized_event as jsonb) ->> 'number'),
                    cast(p.serialized_event as jsonb) ->> 'shop', '', false
               from dispatch.event_publication p
              where p.completion_date is null and p.publication_date < now() - interval '10 minutes' order by p.publication_date desc limit :most)""";
    private static final String ALARMS = """
            (select 'ALARM', a.refund_no || ' ' || a.kind, 'refund-payout', null, a.kind, true, a.detail, a.at, a.case_number, a.shop_id, c.kind, true
               from payments.alarm a join payments.refund r using (refund_no) join cases.case_file c on c.number = a.case_number
              where %s order by a.id desc limit :most)""".formatted(REFUND_OPEN);

    private static final String ITEMS = """
            with item as materialized (%s),
            told as (
              select item.*, cockpit.cause(told) as cause,
                     md5(concat_ws('|', source, process, place, stopped, cockpit.cause(told))) as key
                from item where shop = any (:shops) and (cast(:kind as text) is null or kind = :kind or kind = ''))
            """.formatted(String.join("\nunion all\n", STEPS, LETTERS, EFFECTS, EVENTS, ALARMS));

    private final JdbcClient sql;

    JdbcIncidents(JdbcClient sql) {
        this.sql = sql;
    }

    /** Failures of one cause at one place; {@code sample} is the newest one's own words. */
    record Group(String key, String source, String process, String place, boolean stopped, boolean money, String cause, long n,
                 OffsetDateTime firstAt, OffsetDateTime lastAt, String sample, String stepZh, String stepEn) {
    }

    /** One failure; {@code ref} names it within its source. */
    record Item(String source, String ref, String place, boolean money, String told, OffsetDateTime at, String caseNumber, String shop,
                String kind) {
    }

    List<Group> groups(Scope scope) {
        return bound(scope, ITEMS + """
                select key, source, min(process) as process, place, stopped, bool_or(money) as money, cause, count(*) as n, min(at) as first_at,
                       max(at) as last_at, (array_agg(told order by at desc))[1] as sample,
                       (select n.name_zh from cockpit.model m join cockpit.node n on n.model = m.id
                         where m.definition = min(told.definition) and n.activity = place limit 1) as step_zh,
                       (select n.name_en from cockpit.model m join cockpit.node n on n.model = m.id
                         where m.definition = min(told.definition) and n.activity = place limit 1) as step_en
                  from told group by key, source, place, stopped, cause
                 order by stopped desc, bool_or(money) desc, count(*) desc, max(at) desc limit 200
                """).query(Group.class).list();
    }

    List<Item> items(Scope scope, String key, Cursor cursor, int most) {
        return bound(scope, ITEMS + """
                select source, ref, place, money, told, at, case_number, shop, kind from told
                 where key = :key and (at, ref) > (:at, :after) order by at, ref limit :page
                """).param("key", key).param("at", cursor.at()).param("after", cursor.key()).param("page", most)
                .query(Item.class).list();
    }

    /** The trace of the newest failure of a step. */
    Optional<String> trace(String job) {
        return sql.sql("""
                select convert_from(b.bytes_, 'UTF8') from public.act_ru_job j join public.act_ge_bytearray b on b.id_ = j.exception_stack_id_
                 where j.id_ = :job
                """).param("job", job).query(String.class).optional();
    }

    private StatementSpec bound(Scope scope, String statement) {
        return scope.on(sql.sql(statement)).param("most", MOST).param("many", NowCount.MANY_ATTEMPTS);
    }
}
