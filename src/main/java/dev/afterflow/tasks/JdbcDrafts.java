package dev.afterflow.tasks;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was typed into a task's form so far. */
@Repository
class JdbcDrafts {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcDrafts(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<JsonNode> find(String taskId) {
        return sql.sql("select data from tasks.draft where task_id = :task")
                .param("task", taskId).query(String.class).optional().map(json::readTree);
    }

    void save(WorkItem item, Object data, long person, Instant now) {
        sql.sql("""
                insert into tasks.draft (task_id, shop_id, case_number, data, by_id, saved_at)
                values (:task, :shop, :number, cast(:data as jsonb), :person, :now)
                on conflict (task_id) do update
                   set data = excluded.data, by_id = excluded.by_id, saved_at = excluded.saved_at
                """)
                .param("task", item.taskId()).param("shop", item.shop()).param("number", item.caseNumber())
                .param("data", json.writeValueAsString(data)).param("person", person)
                .param("now", JdbcWorkItems.time(now)).update();
    }
}
