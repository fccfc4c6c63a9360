package dev.afterflow.notifications;

import dev.afterflow.security.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages as people see them, with the guard's verdict and the legal team's decision. */
@Repository
class JdbcSaid {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Templates templates;

    JdbcSaid(JdbcClient jdbc, JsonMapper json, Templates templates) {
        this.jdbc = jdbc;
        this.json = json;
        this.templates = templates;
    }

    void author(String key, Who who) {
        jdbc.sql("update notifications.message set author_id = :id, author_name = :name where key = :key")
            .param("id", who.id()).param("name", who.name()).param("key", key).update();
    }

    /** Keeps the verdict; an open message moves to {@code state}. */
    void judged(String key, String state, Verdict verdict) {
        jdbc.sql("""
                update notifications.message set state = :state, verdict = :verdict::jsonb,
                  ended_at = case when :state = 'BLOCKED' then now() end
                where key = :key and state = 'NEW'""")
            .param("state", state).param("verdict", json.writeValueAsString(verdict)).param("key", key).update();
    }

    /** False when it does not wait any more. */
    boolean decided(String key, String state, String by, String note) {
        return jdbc.sql("""
                update notifications.message set state = :state, decided_by = :by, decided_at = now(), decision_note = :note,
                  ended_at = case when :state = 'REFUSED' then now() end
                where key = :key and state = 'LEGAL_REVIEW'""")
            .param("state", state).param("by", by).param("note", note).param("key", key).update() == 1;
    }

    Optional<Said> find(String key) {
        return jdbc.sql("select *, coalesce(review_id, near_reviews ->> 0) as linked from notifications.message where key = :key").param("key", key).query(this::said).optional();
    }

    List<Said> of(String caseNumber) {
        return jdbc.sql("""
                select *, coalesce(review_id, near_reviews ->> 0) as linked from notifications.message where case_number = :case order by created_at desc, key limit :shown""")
            .param("case", caseNumber).param("shown", SHOWN).query(this::said).list();
    }

    /** Which messages that wait are wanted: of a shop, for a red line, waiting since before a moment, after another; null means all. */
    record Wanted(String shop, RedLine line, Instant before, Said after) {
    }

    /** The oldest first. */
    List<Said> held(Wanted wanted, int most) {
        Instant at = wanted.after() == null ? Instant.EPOCH : wanted.after().createdAt();
        return jdbc.sql("""
                select *, coalesce(review_id, near_reviews ->> 0) as linked from notifications.message
                where state = 'LEGAL_REVIEW' and (:shop::text is null or shop_id = :shop)
                  and (:line::text is null or verdict @> jsonb_build_object('findings', jsonb_build_array(jsonb_build_object('line', :line::text))))
                  and (:before::timestamptz is null or created_at < :before) and (created_at, key) > (:at, :key)
                order by created_at, key limit :most""")
            .param("shop", wanted.shop()).param("line", wanted.line() == null ? null : wanted.line().name())
            .param("before", wanted.before() == null ? null : Timestamp.from(wanted.before())).param("at", Timestamp.from(at))
            .param("key", wanted.after() == null ? "" : wanted.after().id()).param("most", most).query(this::said).list();
    }

    private Said said(ResultSet row, int n) throws SQLException {
        Map<String, String> words = json.readValue(row.getString("words"), new TypeReference<>() { });
        String verdict = row.getString("verdict");
        boolean typed = Message.TYPED.equals(row.getString("template"));
        Templates.Text text = typed ? new Templates.Text(null, words.get("text"))
            : templates.text(row.getString("shop_id"), row.getString("template"), row.getString("language"), words, at(row.getTimestamp("ended_at"))).orElse(new Templates.Text(null, null));
        Note note = row.getString("decision_note") == null ? Note.of(row.getString("note"))
            : new Note(row.getString("decision_note"), row.getString("decision_note"));
        return new Said(row.getString("key"), row.getString("shop_id"), row.getString("case_number"), row.getString("template"),
            row.getString("state"), text.subject(), text.body(), row.getString("linked"), row.getBoolean("offers"),
            row.getObject("author_id", Long.class), row.getString("author_name"),
            verdict == null ? null : json.readValue(verdict, Verdict.class), note.zh(), note.en(), row.getString("decided_by"),
            row.getString("channel"), at(row.getTimestamp("not_before")), at(row.getTimestamp("created_at")), at(row.getTimestamp("ended_at")));
    }

    private static Instant at(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
