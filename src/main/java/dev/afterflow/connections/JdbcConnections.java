package dev.afterflow.connections;

import dev.afterflow.connections.Partner.Tested;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of connections, without their secrets. */
@Repository
@Transactional
class JdbcConnections {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcConnections(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A connection as it stands; the last four are null before its first test. */
    record Row(String shop, String partner, Map<String, String> settings, boolean inUse, String changedBy, Instant changedAt,
               Instant testedAt, String testedBy, Tested tested) {
    }

    Optional<Row> find(String shop, String partner) {
        return sql.sql("select * from connections.connection where shop_id = :shop and partner = :partner")
                .param("shop", shop).param("partner", partner).query(this::row).optional();
    }

    List<String> shopsUsing(String partner) {
        return sql.sql("select shop_id from connections.connection where partner = :partner and in_use order by shop_id")
                .param("partner", partner).query(String.class).list();
    }

    /** A changed connection is an untested one. */
    void save(String shop, String partner, Map<String, String> settings, boolean inUse, String who, Instant now) {
        sql.sql("""
                insert into connections.connection (shop_id, partner, settings, in_use, changed_by, changed_at)
                values (:shop, :partner, :settings::jsonb, :use, :who, :now)
                on conflict (shop_id, partner) do update
                   set settings = excluded.settings, in_use = excluded.in_use, changed_by = excluded.changed_by,
                       changed_at = excluded.changed_at, tested_at = null, tested_by = null, test_ok = null, test_zh = null, test_en = null
                """).param("shop", shop).param("partner", partner).param("settings", json.writeValueAsString(settings))
                .param("use", inUse).param("who", who).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    void tested(String shop, String partner, Tested result, String who, Instant now) {
        sql.sql("""
                update connections.connection
                   set tested_at = :now, tested_by = :who, test_ok = :ok, test_zh = :zh, test_en = :en
                 where shop_id = :shop and partner = :partner
                """).param("shop", shop).param("partner", partner).param("now", now.atOffset(ZoneOffset.UTC)).param("who", who)
                .param("ok", result.ok()).param("zh", result.zh()).param("en", result.en()).update();
    }

    boolean delete(String shop, String partner) {
        return sql.sql("delete from connections.connection where shop_id = :shop and partner = :partner")
                .param("shop", shop).param("partner", partner).update() > 0;
    }

    private Row row(ResultSet row, int n) throws SQLException {
        OffsetDateTime tested = row.getObject("tested_at", OffsetDateTime.class);
        return new Row(row.getString("shop_id"), row.getString("partner"), json.readValue(row.getString("settings"), WORDS),
                row.getBoolean("in_use"), row.getString("changed_by"), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                tested == null ? null : tested.toInstant(), row.getString("tested_by"),
                tested == null ? null : new Tested(row.getBoolean("test_ok"), row.getString("test_zh"), row.getString("test_en")));
    }
}
