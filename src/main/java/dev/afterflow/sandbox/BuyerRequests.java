package dev.afterflow.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The played marketplace's own memory. */
@Repository
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class BuyerRequests {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final JsonMapper json;

    BuyerRequests(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The hour the demo shop opened first; a later call answers the same. */
    Instant openingDay(Instant today) {
        return sql.sql("""
                with opened as (
                  insert into sandbox.opening (at) values (date_trunc('hour', :today::timestamptz)) on conflict do nothing returning at)
                select at from opened union all select at from sandbox.opening limit 1
                """).param("today", today.atOffset(ZoneOffset.UTC)).query(OffsetDateTime.class).single().toInstant();
    }

    void keep(String shop, Map<String, Object> body) {
        sql.sql("""
                insert into sandbox.buyer_request (request_id, shop, order_id, status, body)
                values (:request, :shop, :order, :status, :body::jsonb)
                on conflict (request_id) do update
                   set version = sandbox.buyer_request.version + 1, status = excluded.status, body = excluded.body, pushed_at = now()
                """).param("request", body.get("requestId")).param("shop", shop).param("order", body.get("orderId")).param("status", body.get("status"))
                .param("body", json.writeValueAsString(body)).update();
    }

    BuyerRequest answered(String requestId, Map<String, Object> answer) {
        sql.sql("update sandbox.buyer_request set answer = :answer::jsonb where request_id = :request")
                .param("answer", json.writeValueAsString(answer)).param("request", requestId).update();
        return find(requestId).orElseThrow();
    }

    Optional<BuyerRequest> find(String requestId) {
        return sql.sql("select * from sandbox.buyer_request where request_id = :request").param("request", requestId)
                .query(this::read).optional();
    }

    /** The latest, those of a button before those of the demo's own stories. */
    List<BuyerRequest> recent() {
        return sql.sql("select * from sandbox.buyer_request order by request_id like 'RF-D-%', pushed_at desc limit 50").query(this::read).list();
    }

    Set<String> orders() {
        return Set.copyOf(sql.sql("select distinct order_id from sandbox.buyer_request").query(String.class).list());
    }

    private BuyerRequest read(ResultSet row, int number) throws SQLException {
        String answer = row.getString("answer");
        return new BuyerRequest(row.getString("request_id"), row.getString("shop"), row.getString("order_id"), row.getInt("version"),
                row.getString("status"), json.readValue(row.getString("body"), DOCUMENT),
                answer == null ? null : json.readValue(answer, DOCUMENT), row.getTimestamp("pushed_at").toInstant());
    }
}
