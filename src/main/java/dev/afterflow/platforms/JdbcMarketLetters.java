package dev.afterflow.platforms;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters on their way from a marketplace's word to the letterbox. */
@Repository
class JdbcMarketLetters {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcMarketLetters(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    record Written(long id, String shop, String platform, String kind, JsonNode body) {
    }

    /** One that the letterbox refused. */
    record Parked(long id, String shop, String platform, String kind, String matter, String reason, Instant at) {
    }

    long add(String shop, String platform, String kind, String matter, JsonNode body) {
        return sql.sql("""
                insert into platforms.letter (shop_id, platform, kind, matter, body) values (:shop, :platform, :kind, :matter, cast(:body as jsonb)) returning id""")
            .param("shop", shop).param("platform", platform).param("kind", kind).param("matter", matter).param("body", body.toString())
            .query(Long.class).single();
    }

    Optional<Written> find(long id) {
        return sql.sql("select id, shop_id, platform, kind, body::text as body from platforms.letter where id = :id and state <> 'DONE'").param("id", id)
            .query((row, n) -> new Written(row.getLong("id"), row.getString("shop_id"), row.getString("platform"), row.getString("kind"),
                json.readTree(row.getString("body")))).optional();
    }

    /** Whether an earlier word of the same kind about the same matter is still on its way. */
    boolean waitsBehind(long id) {
        return sql.sql("""
                select exists (select 1 from platforms.letter l join platforms.letter mine on mine.id = :id and mine.matter <> ''
                  where l.shop_id = mine.shop_id and l.matter = mine.matter and l.kind = mine.kind and l.id < mine.id and l.state = 'NEW')""")
            .param("id", id).query(Boolean.class).single();
    }

    /** The letterbox keeps it now; no second copy of what it says of people stays here. */
    void end(long id, String state, String reason) {
        sql.sql("update platforms.letter set state = :state, reason = :reason, body = case when :state = 'DONE' then '{}' else body end where id = :id").param("id", id).param("state", state).param("reason", reason).update();
    }

    List<Parked> parked(long before, int limit) {
        return sql.sql("select id, shop_id, platform, kind, matter, reason, at from platforms.letter where state = 'PARKED' and id < :before order by id desc limit :limit")
            .param("before", before).param("limit", limit).query((row, n) -> new Parked(row.getLong("id"), row.getString("shop_id"), row.getString("platform"),
                row.getString("kind"), row.getString("matter"), row.getString("reason"), row.getObject("at", OffsetDateTime.class).toInstant())).list();
    }
}
