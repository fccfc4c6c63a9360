package dev.afterflow.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Each shop's own words, in all their versions: what was said once stays readable as it was said. */
@Repository
@Transactional
class Wordings {

    private final JdbcClient jdbc;

    Wordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version; {@code withdrawn} puts the house's text back in force. */
    record Wording(String template, String language, int version, String subject, String body, boolean withdrawn, String writtenBy, Instant writtenAt) {

        /** First line the subject, the rest the body. */
        String text() {
            return subject + "\n" + body;
        }
    }

    /** The words in force at this moment; null for now. Empty where the house's text counts. */
    @Transactional(readOnly = true)
    Optional<Wording> inForce(String shop, String template, String language, Instant at) {
        return jdbc.sql("""
                select * from notifications.wording
                 where shop_id = :shop and template = :template and language = :language
                   and written_at <= coalesce(cast(:at as timestamptz), 'infinity')
                 order by version desc limit 1
                """).param("shop", shop).param("template", template).param("language", language)
            .param("at", at == null ? null : at.toString()).query(Wordings::wording).optional().filter(found -> !found.withdrawn());
    }

    /** The newest version of each text, withdrawn ones too. */
    @Transactional(readOnly = true)
    List<Wording> newest(String shop) {
        return jdbc.sql("""
                select distinct on (template, language) * from notifications.wording where shop_id = :shop
                 order by template, language, version desc
                """).param("shop", shop).query(Wordings::wording).list();
    }

    /** False when somebody else wrote this version meanwhile. */
    boolean write(String shop, Wording next) {
        return jdbc.sql("""
                insert into notifications.wording (shop_id, template, language, version, subject, body, withdrawn, written_by, written_at)
                values (:shop, :template, :language, :version, :subject, :body, :withdrawn, :who, :now) on conflict do nothing
                """).param("shop", shop).param("template", next.template()).param("language", next.language()).param("version", next.version())
            .param("subject", next.subject()).param("body", next.body()).param("withdrawn", next.withdrawn()).param("who", next.writtenBy())
            .param("now", next.writtenAt().atOffset(ZoneOffset.UTC)).update() == 1;
    }

    private static Wording wording(ResultSet row, int n) throws SQLException {
        return new Wording(row.getString("template"), row.getString("language"), row.getInt("version"), row.getString("subject"), row.getString("body"),
            row.getBoolean("withdrawn"), row.getString("written_by"), row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
