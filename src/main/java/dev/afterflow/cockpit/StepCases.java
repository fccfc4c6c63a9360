package dev.afterflow.cockpit;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases at one step: those that failed there, and a page of those that wait there, the longest first. */
@Repository
class StepCases {

    private static final int MOST_FAILED = 100;

    static final String WAITING = """
            select w.entered_at as since, w.instance, w.case_number, w.shop_id as shop, w.kind,
                   i.due_at, i.assignee_name as assignee, cast(null as text) as error
              from cockpit.waiting w
              left join lateral (select nullif(due_at, 'infinity') as due_at, assignee_name from tasks.work_item i
                where i.case_number = w.case_number and i.task = w.activity limit 1) i on true
             where w.activity = :activity and w.entered_at >= :at and (w.entered_at, w.instance) > (:at, :key)
               and w.model = any (:models) and w.shop_id = any (:shops) and (cast(:kind as text) is null or w.kind = :kind)
             order by w.entered_at, w.instance limit :most
            """;
    private static final String FAILED = """
            select cast(i.incident_timestamp_ as timestamptz) as since, i.id_ as instance, c.number as case_number, c.shop_id as shop, c.kind,
                   cast(null as timestamptz) as due_at, cast(null as text) as assignee, left(i.incident_msg_, 200) as error
              from public.act_ru_incident i
              join public.act_ru_execution e on e.id_ = i.proc_inst_id_
              join public.act_ru_execution root on root.id_ = e.root_proc_inst_id_
              join cases.case_file c on c.number = root.business_key_
             where i.proc_def_id_ = any (:definitions) and split_part(i.activity_id_, '#', 1) = :activity
               and c.shop_id = any (:shops) and (cast(:kind as text) is null or c.kind = :kind)
             order by i.incident_timestamp_ limit :most
            """;

    private final JdbcClient sql;

    StepCases(JdbcClient sql) {
        this.sql = sql;
    }

    /** A case at the step; {@code error} tells why it stopped, null while it only waits. */
    record At(OffsetDateTime since, String instance, String caseNumber, String shop, String kind, OffsetDateTime dueAt, String assignee,
              String error) {
    }

    /** Those that failed, on the first page only, then those that wait. */
    record Page(List<At> failed, List<At> items, String next) {
    }

    Page page(Scope scope, List<Integer> models, List<String> definitions, String activity, String after, Integer limit) {
        Cursor cursor = Cursor.read(after);
        int size = Cursor.size(limit);
        List<At> waiting = scope.on(sql.sql(WAITING)).param("activity", activity).param("models", models.toArray(Integer[]::new))
                .param("at", cursor.at()).param("key", cursor.key()).param("most", size + 1).query(At.class).list();
        Cursor.Page<At> page = Cursor.Page.of(waiting, size, at -> new Cursor(at.since(), at.instance()));
        List<At> failed = after != null ? List.of() : scope.on(sql.sql(FAILED)).param("activity", activity)
                .param("definitions", definitions.toArray(String[]::new)).param("most", MOST_FAILED).query(At.class).list();
        return new Page(failed, page.items(), page.next());
    }
}
