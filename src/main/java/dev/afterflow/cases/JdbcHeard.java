package dev.afterflow.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What buyers and platforms wrote, in PostgreSQL. */
@Repository
class JdbcHeard {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;

    JdbcHeard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One message as it came in. */
    record Heard(String shop, String source, String messageId, String caseNumber, MessageRecipient.From from, String text,
                 Instant sentAt, Instant heardAt) {
    }

    boolean known(String shop, String source, String messageId) {
        return jdbc.sql("select exists (select 1 from cases.heard_message where shop_id = :shop and source = :source and message_id = :id)")
                .param("shop", shop).param("source", source).param("id", messageId).query(Boolean.class).single();
    }

    /** False if it stands there already. */
    boolean write(Heard heard) {
        return jdbc.sql("""
                insert into cases.heard_message (shop_id, source, message_id, case_number, speaker, words, sent_at, heard_at)
                values (:shop, :source, :id, :case, :from, :words, :sent, :heard) on conflict do nothing""")
                .param("shop", heard.shop()).param("source", heard.source()).param("id", heard.messageId())
                .param("case", heard.caseNumber()).param("from", heard.from().name()).param("words", heard.text())
                .param("sent", Timestamp.from(heard.sentAt())).param("heard", Timestamp.from(heard.heardAt())).update() == 1;
    }

    /** Newest first. */
    List<Heard> of(String caseNumber) {
        return jdbc.sql("""
                select * from cases.heard_message where case_number = :case order by heard_at desc, message_id limit :shown""")
                .param("case", caseNumber).param("shown", SHOWN)
                .query((row, n) -> new Heard(row.getString("shop_id"), row.getString("source"), row.getString("message_id"),
                        row.getString("case_number"), MessageRecipient.From.valueOf(row.getString("speaker")), row.getString("words"),
                        row.getTimestamp("sent_at").toInstant(), row.getTimestamp("heard_at").toInstant())).list();
    }

    /** When the buyer last wrote in a case. */
    Optional<Instant> lastOfBuyer(String caseNumber) {
        return jdbc.sql("select heard_at from cases.heard_message where case_number = :case and speaker = 'BUYER' order by heard_at desc limit 1")
                .param("case", caseNumber).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }
}
