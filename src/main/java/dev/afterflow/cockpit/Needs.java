package dev.afterflow.cockpit;

import dev.afterflow.security.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind what needs somebody now: promises that break soon or are broken, steps that are stuck, approvals. */
@Service
@Transactional(readOnly = true)
class Needs {

    /** Tasks and clocks in one list; both are found along their index by the moment they are due. */
    static final String PROMISES = """
            with recursive every (kind) as (
              select min(kind) from sla.clock where stopped_at is null and paused_at is null
              union all
              select (select min(k.kind) from sla.clock k where k.stopped_at is null and k.paused_at is null and k.kind > every.kind)
                from every where every.kind is not null)
            select * from (
              (select i.due_at as at, 't' || i.task_id as key, i.case_number, i.shop_id as shop, i.kind, i.title_zh as step_zh, i.title_en as step_en,
                      cast(null as text) as clock, i.due_at, i.created_at as since, i.assignee_name as assignee
                 from tasks.work_item i
                where i.due_at >= :at and i.due_at > :after and i.due_at <= :until and (i.due_at, 't' || i.task_id) > (:at, :key)
                  and not i.pending and i.shop_id = any (:shops) and (cast(:kind as text) is null or i.kind = :kind)
                order by i.due_at, i.task_id limit :most)
              union all
              select clocks.* from every cross join lateral (
                select k.due_at as at, 'c' || lpad(cast(k.id as text), 19, '0') as key, k.case_number, k.shop_id, c.kind, null, null, k.kind as clock, k.due_at, k.started_at, null
                  from sla.clock k join cases.case_file c on c.number = k.case_number
                 where k.kind = every.kind and k.stopped_at is null and k.paused_at is null
                   and k.due_at >= :at and k.due_at > :after and k.due_at <= :until and (k.due_at, 'c' || lpad(cast(k.id as text), 19, '0')) > (:at, :key)
                   and k.shop_id = any (:shops) and (cast(:kind as text) is null or c.kind = :kind)
                 order by k.due_at, k.id limit :most) clocks) promise
             order by at, key collate "C" limit :most
            """;

    private static final String STEPS = """
            select w.entered_at as at, w.instance as key, w.case_number, w.shop_id as shop, w.kind,
                   n.name_zh as step_zh, n.name_en as step_en, cast(null as text) as clock, i.due_at, w.entered_at as since, i.assignee_name as assignee
              from cockpit.waiting w left join cockpit.node n on n.model = w.model and n.activity = w.activity
              left join lateral (select nullif(due_at, 'infinity') as due_at, assignee_name from tasks.work_item i
                where i.case_number = w.case_number and i.task = w.activity limit 1) i on true
             where %s and w.entered_at >= :at and (w.entered_at, w.instance) > (:at, :key)
               and w.shop_id = any (:shops) and (cast(:kind as text) is null or w.kind = :kind)
             order by w.entered_at, w.instance limit :most
            """;
    static final String STUCK = STEPS.formatted("w.entered_at < :until");
    static final String APPROVALS = STEPS.formatted("w.activity in ('approveRefund', 'confirmCorrection')");

    private final JdbcClient sql;
    private final Clock clock;

    Needs(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Which list. */
    enum Which { SOON, LATE, STUCK, APPROVALS }

    /** A line of the list; {@code clock} names the promise when it is no task's. */
    record Need(OffsetDateTime at, String key, String caseNumber, String shop, String kind, String stepZh, String stepEn,
                String clock, OffsetDateTime dueAt, OffsetDateTime since, String assignee) {
    }

    Cursor.Page<Need> page(Scope scope, String word, String after, Integer limit) {
        Which which = which(word);
        Cursor cursor = Cursor.read(after);
        int size = Cursor.size(limit);
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        return Cursor.Page.of(scope.on(sql.sql(statement(which)))
                .param("at", cursor.at()).param("key", cursor.key()).param("most", size + 1)
                .param("after", which == Which.SOON ? now : OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                .param("until", switch (which) {
                    case SOON -> now.plus(NowCount.SOON);
                    case STUCK -> now.minus(NowCount.STUCK);
                    default -> now;
                }).query(Need.class).list(), size, need -> new Cursor(need.at(), need.key()));
    }

    private static String statement(Which which) {
        return switch (which) {
            case SOON, LATE -> PROMISES;
            case STUCK -> STUCK;
            case APPROVALS -> APPROVALS;
        };
    }

    private static Which which(String word) {
        try {
            return Which.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.malformed("which", "oneOf", "请选择 soon、late、stuck 或 approvals", "Choose soon, late, stuck or approvals");
        }
    }
}
