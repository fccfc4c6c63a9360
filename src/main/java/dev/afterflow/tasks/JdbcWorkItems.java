package dev.afterflow.tasks;

import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the list of open work; pages go by key, so they stay right while rows come and go. */
@Repository
class JdbcWorkItems {

    static final Duration SOON = Duration.ofHours(1);
    static final int COUNTED = 1000;

    private final JdbcClient sql;

    JdbcWorkItems(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<WorkItem> find(String taskId) {
        return sql.sql("select * from tasks.work_item where task_id = :task")
                .param("task", taskId).query(JdbcWorkItems::item).optional();
    }

    /** The item, locked until the transaction ends: who comes second waits and sees what the first one did. */
    Optional<WorkItem> lock(String taskId) {
        return sql.sql("select * from tasks.work_item where task_id = :task for update")
                .param("task", taskId).query(JdbcWorkItems::item).optional();
    }

    /** Locks the case's items until the transaction ends, always in the same order. */
    void lockOfCase(String caseNumber) {
        sql.sql("select task_id from tasks.work_item where case_number = :number order by task_id for update")
                .param("number", caseNumber).query(String.class).list();
    }

    void lockOfCase(String caseNumber, String task) {
        sql.sql("select task_id from tasks.work_item where case_number = :number and task = :task order by task_id for update")
                .param("number", caseNumber).param("task", task).query(String.class).list();
    }

    List<WorkItem> ofCase(String caseNumber) {
        return sql.sql("select * from tasks.work_item where case_number = :number order by created_at, task_id")
                .param("number", caseNumber).query(JdbcWorkItems::item).list();
    }

    List<WorkItem> page(Wanted wanted) {
        return bound(pageOf(wanted), wanted).query(JdbcWorkItems::item).list();
    }

    /** How many there are, counted to one more than {@link #COUNTED} and no further. */
    int count(Wanted wanted) {
        return bound(countOf(wanted), wanted).query(Integer.class).single();
    }

    /** Each team's rows come from its own stretch of the index and are merged; one person's are few. */
    static String pageOf(Wanted wanted) {
        return (wanted.view().isOfPerson() ? """
                select i.* from tasks.work_item i
                 where %1$s order by %2$s limit :limit
                """ : """
                with recursive every (team) as (
                  select min(team) from tasks.work_item
                  union all
                  select (select min(next.team) from tasks.work_item next where next.team > every.team)
                    from every where every.team is not null)
                select w.* from %3$s
                  cross join lateral (
                    select i.* from tasks.work_item i
                     where i.team = teams.team and %1$s
                     order by %2$s limit :limit) w
                 order by %2$s limit :limit
                """).formatted(conditions(wanted), wanted.sort().order(),
                wanted.view().isOfTeams() ? "unnest(:teams) as teams (team)" : "every as teams");
    }

    static String countOf(Wanted wanted) {
        return """
                select count(*) from (
                  select 1 from tasks.work_item i where %s %s limit :limit) counted
                """.formatted(conditions(wanted), wanted.view().isOfTeams() ? "and i.team = any (:teams)" : "");
    }

    private static String conditions(Wanted wanted) {
        String after = wanted.after() == null ? "" : " and " + wanted.sort().after();
        return "not i.pending and " + wanted.view().condition() + wanted.fit().condition() + wanted.filter().conditions() + after;
    }

    StatementSpec bound(String statement, Wanted wanted) {
        StatementSpec spec = sql.sql(statement)
                .param("teams", wanted.teams().toArray(String[]::new))
                .param("person", wanted.person()).param("skills", wanted.skills().toArray(String[]::new)).param("limit", wanted.limit()).params(wanted.filter().values())
                .param("now", time(wanted.now())).param("soon", time(wanted.now().plus(SOON)));
        Cursor after = wanted.after();
        return after == null ? spec : spec.param("due", after.dueText()).param("task", after.task())
                .param("priority", after.priority()).param("created", after.created().toString());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static WorkItem item(ResultSet row, int number) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        Long assignee = row.getObject("assignee", Long.class);
        String currency = row.getString("amount_currency");
        return new WorkItem(row.getString("task_id"), row.getString("case_number"), row.getString("shop_id"),
                row.getString("task"), row.getString("title_zh"), row.getString("title_en"), row.getString("process"),
                row.getString("team"),
                assignee == null ? null : new WorkItem.Assignee(assignee, row.getString("assignee_name")),
                due.equals(OffsetDateTime.MAX) ? null : due.toInstant(), row.getInt("priority"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("revision"),
                row.getString("kind"), row.getString("order_id"), row.getString("buyer"),
                currency == null ? null : new Money(row.getLong("amount_minor"), currency), row.getString("reason"),
                row.getBoolean("due_soon"), row.getBoolean("overdue"), row.getBoolean("escalated"),
                row.getBoolean("pending"), row.getString("process_definition"),
                List.of((String[]) row.getArray("tags").getArray()), handed(row), snooze(row), row.getString("skill"));
    }

    private static WorkItem.Handed handed(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("handed_at", OffsetDateTime.class);
        return at == null ? null : new WorkItem.Handed(row.getString("handed_by"), row.getString("handed_reason"), at.toInstant());
    }

    private static WorkItem.Snooze snooze(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("snoozed_until", OffsetDateTime.class);
        return until == null ? null : new WorkItem.Snooze(until.toInstant(), row.getBoolean("wake_on_answer"));
    }
}
