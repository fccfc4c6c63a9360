package dev.afterflow.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages and what became of them. */
@Repository("notificationMessages")
class JdbcMessages {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcMessages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when this was told, or is to be told, already. */
    boolean write(String key, Message message, boolean aboutReview) {
        return jdbc.sql("""
                insert into notifications.message (key, shop_id, case_number, template, language, buyer_id, order_id, email, phone, words,
                  review_id, offers, marketing, about_review, near_reviews, answers, not_after)
                values (:key, :shop, :case, :template, :language, :buyer, :order, :email, :phone, :words::jsonb,
                  :review, :offers, :marketing, :aboutReview, :near::jsonb, :answers, :notAfter)
                on conflict (key) do nothing""")
            .param("review", message.about().reviewId()).param("offers", message.about().offers())
            .param("marketing", message.about().marketing()).param("aboutReview", aboutReview)
            .param("near", json.writeValueAsString(message.about().near())).param("answers", message.about().answers())
            .param("notAfter", message.about().notAfter() == null ? null : Timestamp.from(message.about().notAfter()))
            .param("key", key).param("shop", message.shop()).param("case", message.caseNumber())
            .param("template", message.template()).param("language", message.language())
            .param("buyer", message.to().buyerId()).param("order", message.to().orderId())
            .param("email", message.to().email()).param("phone", message.to().phone()).param("words", json.writeValueAsString(message.words())).update() == 1;
    }

    Stored find(String key) {
        return jdbc.sql("select * from notifications.message where key = :key").param("key", key).query(this::stored).single();
    }

    /** The message that fills a buyer's day, and the one that fills the week; null where there is room. */
    record Full(Instant day, Instant week) {
    }

    Full full(String shop, String buyer, int daily, int weekly) {
        return jdbc.sql("""
                select (array_agg(ended_at order by ended_at desc) filter (where ended_at > now() - interval '1 day'))[:daily] as day,
                       (array_agg(ended_at order by ended_at desc))[:weekly] as week
                  from notifications.message where shop_id = :shop and buyer_id = :buyer
                   and state = 'SENT' and ended_at > now() - interval '7 days'""")
            .param("shop", shop).param("buyer", buyer).param("daily", daily).param("weekly", weekly)
            .query((row, n) -> new Full(at(row.getTimestamp("day")), at(row.getTimestamp("week")))).single();
    }

    void waits(String key, Instant until) {
        jdbc.sql("update notifications.message set not_before = :until where key = :key and state = 'NEW'")
            .param("until", Timestamp.from(until)).param("key", key).update();
    }

    void end(String key, String state, String channel, String note) {
        jdbc.sql("""
                update notifications.message set state = :state, channel = :channel, note = :note, ended_at = now()
                where key = :key and state = 'NEW'""")
            .param("state", state).param("channel", channel).param("note", note).param("key", key).update();
    }

    private Stored stored(ResultSet row, int n) throws SQLException {
        Map<String, String> words = json.readValue(row.getString("words"), new TypeReference<>() { });
        Message message = new Message(row.getString("shop_id"), row.getString("case_number"), row.getString("template"),
            row.getString("language"), new Message.Recipient(row.getString("buyer_id"), row.getString("order_id"),
                row.getString("email"), row.getString("phone")), words, row.getString("key"), about(row));
        return new Stored(message, "NEW".equals(row.getString("state")), row.getString("decided_by") != null,
            row.getObject("author_id") != null, row.getTimestamp("created_at").toInstant());
    }

    private Message.About about(ResultSet row) throws SQLException {
        List<String> near = json.readValue(row.getString("near_reviews"), new TypeReference<>() { });
        return new Message.About(row.getString("review_id"), row.getBoolean("offers"), row.getBoolean("marketing"), Set.of(), near,
            row.getBoolean("answers"), at(row.getTimestamp("not_after")));
    }

    private static Instant at(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** {@code letGo}: a person of the legal team has looked at it; {@code authored}: a person wrote or chose it. */
    record Stored(Message message, boolean open, boolean letGo, boolean authored, Instant createdAt) {
    }
}
