package dev.afterflow.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions about a case as the flow's history keeps them: facts and answers without personal data, and the rows that hit. */
@Repository
class JdbcDecided {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcDecided(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One decision; {@code in} by the clause's id, {@code out} by the output's name. */
    record Made(Instant at, String table, String hash, String step, Map<String, Object> in, Map<String, Object> out, List<String> rows) {
    }

    /** The newest first. */
    List<Made> of(String caseNumber, int most) {
        return sql.sql("""
                select e.at, item
                  from engine.flow_event e, jsonb_array_elements(e.events) with ordinality as said(item, place)
                 where e.case_number = :number and item ->> 'decision' is not null
                 order by e.at desc, e.id desc, place desc limit :most
                """).param("number", caseNumber).param("most", most).query(this::made).list();
    }

    private Made made(ResultSet row, int number) throws SQLException {
        JsonNode item = json.readTree(row.getString("item"));
        return new Made(row.getObject("at", OffsetDateTime.class).toInstant(), item.path("decision").asString(),
                item.path("hash").asString(""), item.path("at").asString(null), Plain.object(item.path("in")), Plain.object(item.path("out")),
                item.path("rows").valueStream().map(JsonNode::asString).toList());
    }
}
