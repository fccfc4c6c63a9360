package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Hint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words that something changed at a marketplace, each once for ever. */
@Repository
class JdbcHints {

    enum Source { PUSH, POLL }

    private final JdbcClient sql;

    JdbcHints(JdbcClient sql) {
        this.sql = sql;
    }

    /** {@code covered}: the matter was asked for after the hint came, so that there is nothing to ask; {@code now} by the database's clock. */
    record Row(long id, String shop, String platform, String feed, String matter, boolean covered, Instant now) {
    }

    /** One that was not taken. */
    record Parked(long id, String shop, String platform, String feed, String matter, Source source, String reason, Instant receivedAt) {
    }

    /** The new row's number; empty when it was told before. */
    Optional<Long> keep(String shop, String platform, Hint hint, Source source, byte[] body) {
        return sql.sql("""
                insert into platforms.hint (shop_id, platform, event, feed, matter, source, body) values (:shop, :platform, :event, :feed, :matter, :source, :body)
                on conflict (shop_id, platform, event) do nothing returning id""")
            .param("shop", shop).param("platform", platform).param("event", hint.event()).param("feed", hint.feed()).param("matter", hint.matter())
            .param("source", source.name()).param("body", body).query(Long.class).optional();
    }

    Optional<Row> find(long id) {
        return sql.sql("""
                select h.id, h.shop_id, h.platform, h.feed, h.matter, h.state = 'NEW' and coalesce(m.looked_at > h.received_at, false) as covered, clock_timestamp() as now
                  from platforms.hint h left join platforms.matter m on m.shop_id = h.shop_id and m.id = h.matter where h.id = :id and h.state <> 'DONE'""")
            .param("id", id).query((row, n) -> new Row(row.getLong("id"), row.getString("shop_id"), row.getString("platform"), row.getString("feed"), row.getString("matter"),
                row.getBoolean("covered"), row.getObject("now", OffsetDateTime.class).toInstant())).optional();
    }

    /** What was pushed holds people, and is let go once the marketplace was asked. */
    void end(long id, String state, String reason) {
        sql.sql("update platforms.hint set state = :state, reason = :reason, body = case when :state = 'DONE' then null else body end where id = :id and state <> 'DONE'").param("id", id).param("state", state)
            .param("reason", reason).update();
    }

    List<Parked> parked(long before, int limit) {
        return sql.sql("""
                select id, shop_id, platform, feed, matter, source, reason, received_at from platforms.hint
                where state = 'PARKED' and id < :before order by id desc limit :limit""")
            .param("before", before).param("limit", limit).query((row, n) -> new Parked(row.getLong("id"), row.getString("shop_id"), row.getString("platform"),
                row.getString("feed"), row.getString("matter"), Source.valueOf(row.getString("source")), row.getString("reason"),
                row.getObject("received_at", OffsetDateTime.class).toInstant())).list();
    }
}
