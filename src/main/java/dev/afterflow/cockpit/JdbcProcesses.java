package dev.afterflow.cockpit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads what was counted of processes and their steps; a day is read by hours, longer by the shop's days. */
@Repository
class JdbcProcesses {

    private static final String OF_STEPS = """
             where model = any (:models) and shop_id = any (:shops) and %s
             group by activity""";
    static final String BY_DAYS = "select activity, sum(entered) as entered, sum(ended) as ended, sum(cancelled) as cancelled, sum(late) as late"
            + " from cockpit.step_day " + OF_STEPS.formatted("day >= :since and day <= :today");
    static final String BY_HOURS = "select activity, sum(entered) as entered, sum(ended) as ended, sum(cancelled) as cancelled, sum(late) as late"
            + " from cockpit.step_hour " + OF_STEPS.formatted("at >= :hour");
    static final String WAITS_BY_DAYS = "select activity, bucket, sum(n) as n from cockpit.step_day_wait "
            + OF_STEPS.formatted("day >= :since and day <= :today") + ", bucket";
    static final String WAITS_BY_HOURS = "select activity, bucket, sum(n) as n from cockpit.step_hour_wait "
            + OF_STEPS.formatted("at >= :hour") + ", bucket";
    static final String NOW = """
            select activity, sum(waiting) as waiting, sum(stuck) as stuck, min(oldest) as oldest from cockpit.step_now
             where model = any (:models) and shop_id = any (:shops) and (cast(:kind as text) is null or kind = :kind)
             group by activity
            """;
    /** Incidents are few; each is asked for its case, and only a case behind the fence answers. */
    private static final String FAILED = """
            select split_part(i.activity_id_, '#', 1) as activity, count(*) as n
              from public.act_ru_incident i
              join public.act_ru_execution e on e.id_ = i.proc_inst_id_
              join public.act_ru_execution root on root.id_ = e.root_proc_inst_id_
              join cases.case_file c on c.number = root.business_key_
             where i.proc_def_id_ = any (:definitions) and c.shop_id = any (:shops) and (cast(:kind as text) is null or c.kind = :kind)
             group by 1
            """;

    private final JdbcClient sql;

    JdbcProcesses(JdbcClient sql) {
        this.sql = sql;
    }

    /** A definition as it was released. */
    record Model(int id, String definition, String process, String hash, Integer version, String nameZh, String nameEn,
                 OffsetDateTime deployedAt, long waiting, long stuck) {
    }

    /** A step as it is drawn. */
    record Node(int model, String activity, String type, String nameZh, String nameEn, String calls) {
    }

    /** What happened at a step in the period. */
    record Passed(String activity, long entered, long ended, long cancelled, long late) {
    }

    /** Who is at a step now. */
    record Standing(String activity, long waiting, long stuck, OffsetDateTime oldest) {
    }

    /** Newest first; of one process, or of all for null. */
    List<Model> models(Scope scope, String process) {
        return scope.on(sql.sql("""
                select m.id, m.definition, m.process, coalesce(m.hash, m.definition) as hash, m.version, m.name_zh, m.name_en, m.deployed_at,
                       coalesce(n.waiting, 0) as waiting, coalesce(n.stuck, 0) as stuck
                  from cockpit.model m left join lateral (
                    select sum(s.waiting) as waiting, sum(s.stuck) as stuck from cockpit.step_now s
                     where s.model = m.id and s.shop_id = any (:shops) and (cast(:kind as text) is null or s.kind = :kind)
                       and not exists (select from cockpit.node f where f.model = s.model and f.activity = s.activity and f.type = 'subProcess')) n on true
                 where cast(:process as text) is null or m.process = :process
                 order by m.deployed_at desc nulls last, m.id desc
                """)).param("process", process).query(Model.class).list();
    }

    List<Node> nodes(List<Integer> models) {
        return sql.sql("""
                select n.model, n.activity, n.type, n.name_zh, n.name_en, n.calls from cockpit.node n join cockpit.model m on m.id = n.model
                 where n.model = any (:models) order by m.deployed_at desc, m.id desc, n.activity
                """).param("models", models.toArray(Integer[]::new)).query(Node.class).list();
    }

    List<Passed> passed(Scope scope, List<Integer> models) {
        return within(scope.days() == 1 ? BY_HOURS : BY_DAYS, scope, models).query(Passed.class).list();
    }

    Map<String, Spread> waits(Scope scope, List<Integer> models) {
        Map<String, Map<Integer, Long>> buckets = new HashMap<>();
        within(scope.days() == 1 ? WAITS_BY_HOURS : WAITS_BY_DAYS, scope, models).query(row -> {
            buckets.computeIfAbsent(row.getString("activity"), activity -> new HashMap<>()).put(row.getInt("bucket"), row.getLong("n"));
        });
        Map<String, Spread> spreads = new HashMap<>();
        buckets.forEach((activity, counts) -> spreads.put(activity, Spread.of(counts)));
        return spreads;
    }

    List<Standing> standing(Scope scope, List<Integer> models) {
        return within(NOW, scope, models).query(Standing.class).list();
    }

    Map<String, Long> failed(Scope scope, List<String> definitions) {
        Map<String, Long> failed = new HashMap<>();
        scope.on(sql.sql(FAILED)).param("definitions", definitions.toArray(String[]::new)).query(row -> {
            failed.put(row.getString("activity"), row.getLong("n"));
        });
        return failed;
    }

    private StatementSpec within(String statement, Scope scope, List<Integer> models) {
        return scope.on(sql.sql(statement)).param("models", models.toArray(Integer[]::new))
                .param("since", scope.since()).param("today", scope.today())
                .param("hour", OffsetDateTime.now(ZoneOffset.UTC).minusHours(24));
    }
}
