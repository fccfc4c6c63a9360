package dev.afterflow.cases;

import dev.afterflow.security.Who;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timeline in PostgreSQL, one partition a month; the case's opening bounds which months are read. */
@Repository
class JdbcTimeline {

    private final JdbcClient jdbc;
    private final Json json;

    JdbcTimeline(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String caseNumber, String shop, Instant at, String kind, String textZh, String textEn, Map<String, ?> data, Who who) {
        jdbc.sql("""
                insert into cases.timeline_entry (case_number, shop_id, at, kind, text_zh, text_en, data, who_id, who_login, who_name)
                values (:case, :shop, :at, :kind, :zh, :en, cast(:data as jsonb), :whoId, :who, :name)""")
                .param("case", caseNumber).param("shop", shop).param("at", Timestamp.from(at)).param("kind", kind)
                .param("zh", textZh).param("en", textEn).param("data", json.write(data))
                .param("whoId", who.kind() == Who.Kind.SYSTEM ? null : who.id()).param("who", who.login())
                .param("name", who.name()).update();
    }

    List<Timeline.Entry> page(Case of, Cursor after, int limit) {
        Instant at = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at();
        long id = after == null ? Long.MAX_VALUE : after.number();
        return jdbc.sql("""
                select id, at, kind, text_zh, text_en, data, who_id, who_login, who_name
                  from cases.timeline_entry
                 where case_number = :case and at >= :opened and (at, id) < (:at, :id)
                 order by at desc, id desc limit :limit""")
                .param("case", of.number()).param("opened", Timestamp.from(of.openedAt().minus(Duration.ofMinutes(1))))
                .param("at", Timestamp.from(at)).param("id", id).param("limit", limit)
                .query((row, n) -> new Timeline.Entry(row.getLong("id"), row.getTimestamp("at").toInstant(),
                        row.getString("kind"), row.getString("text_zh"), row.getString("text_en"),
                        json.map(row.getString("data")), row.getObject("who_id", Long.class), row.getString("who_login"),
                        row.getString("who_name")))
                .list();
    }
}
