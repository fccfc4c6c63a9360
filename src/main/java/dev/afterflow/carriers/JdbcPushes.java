package dev.afterflow.carriers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Genuine pushes as they came, each once for ever. */
@Repository
class JdbcPushes {

    private final JdbcClient sql;

    JdbcPushes(JdbcClient sql) {
        this.sql = sql;
    }

    /** One push that waits to be read. */
    record Push(long id, String shop, String source, byte[] body, Instant receivedAt) {
    }

    /** One that could not be filed. */
    record Parked(long id, String shop, String source, String reason, String body, Instant receivedAt) {
    }

    /** The new row's number; empty when it came before. */
    Optional<Long> keep(String source, String shop, String event, byte[] body) {
        return sql.sql("""
                insert into carriers.push (source, shop_id, event_id, body) values (:source, :shop, :event, :body)
                on conflict (source, shop_id, event_id) do nothing returning id""")
            .param("source", source).param("shop", shop).param("event", event).param("body", body).query(Long.class).optional();
    }

    Optional<Push> find(long id) {
        return sql.sql("select * from carriers.push where id = :id and state <> 'DONE'").param("id", id)
            .query((row, n) -> new Push(row.getLong("id"), row.getString("shop_id"), row.getString("source"), row.getBytes("body"),
                row.getObject("received_at", OffsetDateTime.class).toInstant())).optional();
    }

    void end(long id, String state, String reason, String waybill) {
        sql.sql("update carriers.push set state = :state, reason = :reason, waybill = :waybill where id = :id and state <> 'DONE'")
            .param("id", id).param("state", state).param("reason", reason).param("waybill", waybill).update();
    }

    List<Parked> parked(long before, int limit) {
        return sql.sql("""
                select id, shop_id, source, reason, left(encode(body, 'escape'), 2000) as body, received_at
                  from carriers.push where state = 'PARKED' and id < :before order by id desc limit :limit""")
            .param("before", before).param("limit", limit).query((row, n) -> new Parked(row.getLong("id"), row.getString("shop_id"),
                row.getString("source"), row.getString("reason"), row.getString("body"), row.getObject("received_at", OffsetDateTime.class).toInstant())).list();
    }
}
