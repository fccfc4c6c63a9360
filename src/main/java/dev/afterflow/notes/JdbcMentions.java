package dev.afterflow.notes;

import dev.afterflow.notes.Mentions.Mention;
import dev.afterflow.notes.Mentions.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls in PostgreSQL; everybody reads their own only. */
@Repository
class JdbcMentions {

    private final JdbcClient jdbc;

    JdbcMentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long person, Mention call) {
        return jdbc.sql("""
                insert into notes.mention (shop_id, case_number, person_id, reason, note_id, task_id, words_zh, words_en, by_name, at)
                values (:shop, :case, :person, :reason, :note, :task, :zh, :en, :by, :at) returning id""")
                .param("shop", call.shop()).param("case", call.caseNumber()).param("person", person)
                .param("reason", call.reason().name()).param("note", call.noteId()).param("task", call.taskId())
                .param("zh", call.wordsZh()).param("en", call.wordsEn()).param("by", call.byName())
                .param("at", Timestamp.from(call.at())).query(Long.class).single();
    }

    List<Mention> page(long person, boolean unread, long before, int limit) {
        return jdbc.sql("""
                select * from notes.mention where person_id = :person and id < :before %s order by id desc limit :limit"""
                .formatted(unread ? "and read_at is null" : ""))
                .param("person", person).param("before", before).param("limit", limit).query(JdbcMentions::mention).list();
    }

    /** How many are unread, counted no further than {@code most}. */
    int unread(long person, int most) {
        return jdbc.sql("""
                select count(*) from (select 1 from notes.mention where person_id = :person and read_at is null limit :most) counted""")
                .param("person", person).param("most", most).query(Integer.class).single();
    }

    /** False if this person has no such call. */
    boolean read(long person, long id, Instant now) {
        return jdbc.sql("""
                update notes.mention set read_at = coalesce(read_at, :now) where id = :id and person_id = :person""")
                .param("now", Timestamp.from(now)).param("id", id).param("person", person).update() > 0;
    }

    int readUpTo(long person, long last, Instant now) {
        return jdbc.sql("update notes.mention set read_at = :now where person_id = :person and id <= :last and read_at is null")
                .param("now", Timestamp.from(now)).param("last", last).param("person", person).update();
    }

    private static Mention mention(ResultSet row, int n) throws SQLException {
        return new Mention(row.getLong("id"), row.getString("case_number"), row.getString("shop_id"),
                Reason.valueOf(row.getString("reason")), row.getObject("note_id", Long.class), row.getString("task_id"),
                row.getString("words_zh"), row.getString("words_en"), row.getString("by_name"),
                row.getTimestamp("at").toInstant(), row.getTimestamp("read_at") != null);
    }
}
