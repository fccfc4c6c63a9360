package dev.afterflow.platforms;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** High-water marks: up to when each feed of a shop was read without a gap. */
@Repository
class JdbcMarks {

    private final JdbcClient sql;

    JdbcMarks(JdbcClient sql) {
        this.sql = sql;
    }

    /** {@code span}: how much time is read at once. */
    record Mark(Instant upTo, Duration span) {
    }

    /** By the database's clock: a node whose own runs ahead would move the mark past what is still to change. */
    Instant now() {
        return sql.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    /** The mark, made at {@code first} when there is none yet. */
    Mark of(String shop, String platform, String feed, Instant first) {
        sql.sql("insert into platforms.mark (shop_id, platform, feed, up_to) values (:shop, :platform, :feed, :first) on conflict do nothing")
            .param("shop", shop).param("platform", platform).param("feed", feed).param("first", first.atOffset(ZoneOffset.UTC)).update();
        return sql.sql("select up_to, span_seconds from platforms.mark where shop_id = :shop and platform = :platform and feed = :feed")
            .param("shop", shop).param("platform", platform).param("feed", feed)
            .query((row, n) -> new Mark(row.getObject("up_to", OffsetDateTime.class).toInstant(), Duration.ofSeconds(row.getInt("span_seconds")))).single();
    }

    /** Never goes back. */
    void reached(String shop, String platform, String feed, Instant upTo, Duration span) {
        sql.sql("""
                update platforms.mark set up_to = greatest(up_to, :to), span_seconds = :span, read_at = now(), note = null
                where shop_id = :shop and platform = :platform and feed = :feed""")
            .param("to", upTo.atOffset(ZoneOffset.UTC)).param("span", span.toSeconds()).param("shop", shop).param("platform", platform).param("feed", feed).update();
    }

    void stuck(String shop, String platform, String feed, String note, Duration span) {
        sql.sql("update platforms.mark set note = :note, span_seconds = :span where shop_id = :shop and platform = :platform and feed = :feed")
            .param("note", note).param("span", span.toSeconds()).param("shop", shop).param("platform", platform).param("feed", feed).update();
    }
}
