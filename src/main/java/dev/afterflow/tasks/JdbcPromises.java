package dev.afterflow.tasks;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Marks items whose promise comes near or is broken; each is marked once. */
@Repository
class JdbcPromises {

    /** What an escalation adds to the priority. */
    private static final int RAISE = 20;

    private final JdbcClient sql;

    JdbcPromises(JdbcClient sql) {
        this.sql = sql;
    }

    List<WorkItem> nowDueSoon(Instant now) {
        return sql.sql("""
                update tasks.work_item set due_soon = true
                 where not due_soon and due_at > :now and due_at <= :soon
                returning *
                """).param("now", JdbcWorkItems.time(now)).param("soon", JdbcWorkItems.time(now.plus(JdbcWorkItems.SOON)))
                .query(JdbcWorkItems::item).list();
    }

    /** A broken promise escalates by itself. */
    List<WorkItem> nowOverdue(Instant now) {
        return sql.sql("""
                update tasks.work_item
                   set overdue = true, due_soon = false, escalated = true,
                       priority = priority + case when escalated then 0 else :raise end
                 where not overdue and due_at <= :now
                returning *
                """).param("now", JdbcWorkItems.time(now)).param("raise", RAISE).query(JdbcWorkItems::item).list();
    }

    List<WorkItem> escalate(String caseNumber, String task) {
        return sql.sql("""
                update tasks.work_item set escalated = true, priority = priority + :raise
                 where case_number = :number and task = :task and not escalated
                returning *
                """).param("number", caseNumber).param("task", task).param("raise", RAISE)
                .query(JdbcWorkItems::item).list();
    }
}
