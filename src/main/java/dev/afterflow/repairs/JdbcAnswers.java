package dev.afterflow.repairs;

import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What people answered in this room's tasks; only added to. */
@Repository("repairAnswers")
class JdbcAnswers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String caseNumber, String shop, String task, String answer, Map<String, Object> input, List<String> evidence, Who who) {
        jdbc.sql("""
                insert into repairs.answer (case_number, shop_id, task, answer, data, evidence, person_id, person)
                values (:case, :shop, :task, :answer, cast(:data as jsonb), :evidence, :id, :login)
                """).param("case", caseNumber).param("shop", shop).param("task", task).param("answer", answer)
                .param("data", json.writeValueAsString(input)).param("evidence", evidence.toArray(String[]::new))
                .param("id", who.id()).param("login", who.login()).update();
    }
}
