package dev.afterflow.tasks;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tasks are put aside, on the list of open work itself. */
@Repository
class JdbcSnoozes {

    private static final String AWAKE = "update tasks.work_item set snoozed_until = null, wake_on_answer = false, revision = revision + 1 ";

    private final JdbcClient sql;

    JdbcSnoozes(JdbcClient sql) {
        this.sql = sql;
    }

    WorkItem sleep(String taskId, Instant until, boolean onAnswer) {
        return sql.sql("""
                update tasks.work_item set snoozed_until = :until, wake_on_answer = :onAnswer, revision = revision + 1
                 where task_id = :task returning *
                """).param("task", taskId).param("until", JdbcWorkItems.time(until)).param("onAnswer", onAnswer)
                .query(JdbcWorkItems::item).single();
    }

    WorkItem wake(String taskId) {
        return sql.sql(AWAKE + "where task_id = :task returning *").param("task", taskId).query(JdbcWorkItems::item).single();
    }

    List<WorkItem> due(Instant now) {
        return sql.sql(AWAKE + "where snoozed_until <= :now returning *").param("now", JdbcWorkItems.time(now))
                .query(JdbcWorkItems::item).list();
    }

    List<WorkItem> answered(String caseNumber) {
        return sql.sql(AWAKE + "where case_number = :number and snoozed_until is not null and wake_on_answer returning *")
                .param("number", caseNumber).query(JdbcWorkItems::item).list();
    }
}
