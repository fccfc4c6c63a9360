package dev.afterflow.notes;

import dev.afterflow.cases.Case;
import dev.afterflow.notes.Notes.Note;
import dev.afterflow.security.Who;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes in PostgreSQL. */
@Repository
class JdbcNotes {

    private final JdbcClient jdbc;

    JdbcNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Note insert(Case of, String text, Who who, Instant now) {
        long id = jdbc.sql("""
                insert into notes.note (case_number, shop_id, text, by_id, by_name, at)
                values (:case, :shop, :text, :by, :name, :at) returning id""")
                .param("case", of.number()).param("shop", of.shop()).param("text", text).param("by", who.id())
                .param("name", who.name()).param("at", Timestamp.from(now)).query(Long.class).single();
        return new Note(id, of.number(), text, who.id(), who.name(), now);
    }

    List<Note> of(String caseNumber, long before, int limit) {
        return jdbc.sql("""
                select id, case_number, text, by_id, by_name, at from notes.note
                 where case_number = :case and id < :before order by id desc limit :limit""")
                .param("case", caseNumber).param("before", before).param("limit", limit)
                .query((row, n) -> new Note(row.getLong("id"), row.getString("case_number"), row.getString("text"),
                        row.getLong("by_id"), row.getString("by_name"), row.getTimestamp("at").toInstant())).list();
    }
}
