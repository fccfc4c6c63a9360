package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tasks were handed from whom to whom, and what that left on the list of open work. */
@Repository
class JdbcTransfers {

    private final JdbcClient sql;

    JdbcTransfers(JdbcClient sql) {
        this.sql = sql;
    }

    /** A handing over that can be taken back while the task has the revision it left. */
    record Transfer(long id, String fromLogin, String fromTeam, String toTeam, Long toPerson, int revisionAfter) {
    }

    /** Notes on the list who handed the task over; moves it to the team. */
    WorkItem handed(WorkItem item, String team, Who by, String reason, Instant now) {
        return sql.sql("""
                update tasks.work_item
                   set team = :team, handed_by = :by, handed_reason = :reason, handed_at = :now, snoozed_until = null,
                       wake_on_answer = false, revision = revision + 1
                 where task_id = :task returning *
                """).param("task", item.taskId()).param("team", team).param("by", by == null ? null : by.name())
                .param("reason", reason).param("now", by == null ? null : JdbcWorkItems.time(now))
                .query(JdbcWorkItems::item).single();
    }

    long insert(WorkItem before, String fromLogin, Long toPerson, String toName, WorkItem after, Who by, String reason, Instant now) {
        return sql.sql("""
                insert into tasks.transfer (shop_id, task_id, case_number, task, from_person, from_login, from_team, to_person,
                    to_name, to_team, reason, by_id, by_name, at, revision_after)
                values (:shop, :task, :number, :key, :fromPerson, :fromLogin, :fromTeam, :toPerson, :toName, :toTeam, :reason,
                    :by, :byName, :now, :revision) returning id
                """).param("shop", before.shop()).param("task", before.taskId()).param("number", before.caseNumber())
                .param("key", before.task()).param("fromPerson", before.isTaken() ? before.assignee().id() : null)
                .param("fromLogin", fromLogin).param("fromTeam", before.team()).param("toPerson", toPerson)
                .param("toName", toName).param("toTeam", after.team()).param("reason", reason).param("by", by.id())
                .param("byName", by.name()).param("now", JdbcWorkItems.time(now)).param("revision", after.revision())
                .query(Long.class).single();
    }

    /** The newest handing over of a task, if this person did it and has not taken it back. */
    Optional<Transfer> newest(String taskId, long by) {
        return sql.sql("""
                select id, from_login, from_team, to_team, to_person, revision_after
                  from (select * from tasks.transfer where task_id = :task order by id desc limit 1) newest
                 where by_id = :by and undone_at is null
                """).param("task", taskId).param("by", by).query(Transfer.class).optional();
    }

    void undone(long id, Instant now) {
        sql.sql("update tasks.transfer set undone_at = :now where id = :id").param("id", id)
                .param("now", JdbcWorkItems.time(now)).update();
    }
}
