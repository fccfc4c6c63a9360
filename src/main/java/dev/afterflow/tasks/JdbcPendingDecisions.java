package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps submissions between the click and the completion. */
@Repository
class JdbcPendingDecisions {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcPendingDecisions(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Notes a submission; one that commits now is done at once and keeps no input. */
    long insert(WorkItem item, Who who, Map<String, Object> input, Instant now, Instant commitsAt) {
        boolean done = !commitsAt.isAfter(now);
        return sql.sql("""
                insert into tasks.pending_decision (shop_id, task_id, case_number, task, who_id, who, input, state, made_at,
                    commits_at, ended_at)
                values (:shop, :task, :number, :key, :person, cast(:who as jsonb), cast(:input as jsonb), :state,
                    :now, :commits, :ended)
                returning id
                """)
                .param("shop", item.shop()).param("task", item.taskId()).param("number", item.caseNumber())
                .param("key", item.task()).param("person", who.id()).param("who", json.writeValueAsString(who))
                .param("input", done ? null : json.writeValueAsString(input)).param("state", done ? "DONE" : "PENDING")
                .param("now", JdbcWorkItems.time(now)).param("commits", JdbcWorkItems.time(commitsAt))
                .param("ended", done ? JdbcWorkItems.time(now) : null).query(Long.class).single();
    }

    /** Submissions whose time has come. */
    List<PendingDecision> due(Instant now, int most) {
        return sql.sql("""
                select * from tasks.pending_decision
                 where state = 'PENDING' and commits_at <= :now order by commits_at limit :most
                """).param("now", JdbcWorkItems.time(now)).param("most", most).query(this::decision).list();
    }

    /** The submission if it still waits and no other node works on it; locked. */
    Optional<PendingDecision> take(long id) {
        return sql.sql("""
                select * from tasks.pending_decision where id = :id and state = 'PENDING' for update skip locked
                """).param("id", id).query(this::decision).optional();
    }

    /** The submission of this person, locked. */
    Optional<PendingDecision> lock(long id, long person) {
        return sql.sql("select * from tasks.pending_decision where id = :id and who_id = :person for update")
                .param("id", id).param("person", person).query(this::decision).optional();
    }

    /** The submission that ended a task or is about to. */
    Optional<PendingDecision> ofTask(String taskId) {
        return sql.sql("select * from tasks.pending_decision where task_id = :task and state in ('PENDING', 'DONE')")
                .param("task", taskId).query(this::decision).optional();
    }

    void end(long id, PendingDecision.State state, Instant now, String fault) {
        sql.sql("""
                update tasks.pending_decision set state = :state, input = null, ended_at = :now, fault = :fault
                 where id = :id
                """).param("id", id).param("state", state.name()).param("now", JdbcWorkItems.time(now))
                .param("fault", fault).update();
    }

    void later(long id, Instant commitsAt, String fault) {
        sql.sql("""
                update tasks.pending_decision
                   set attempts = attempts + 1, commits_at = :commits, fault = :fault
                 where id = :id
                """).param("id", id).param("commits", JdbcWorkItems.time(commitsAt)).param("fault", fault).update();
    }

    int sweep(Instant now, Duration kept) {
        return sql.sql("delete from tasks.pending_decision where state <> 'PENDING' and ended_at < :before")
                .param("before", JdbcWorkItems.time(now.minus(kept))).update();
    }

    private PendingDecision decision(ResultSet row, int number) throws SQLException {
        String input = row.getString("input");
        return new PendingDecision(row.getLong("id"), row.getString("shop_id"), row.getString("task_id"),
                row.getString("case_number"), json.readValue(row.getString("who"), Who.class),
                input == null ? Map.of() : Plain.object(json.readTree(input)),
                PendingDecision.State.valueOf(row.getString("state")),
                row.getObject("commits_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"));
    }
}
