package dev.afterflow.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
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
                insert into notifications.message (key, shop_id, case_number, template, language, buyer_id, order_id, email, words,
                  review_id, offers, marketing, about_review)
                values (:key, :shop, :case, :template, :language, :buyer, :order, :email, :words::jsonb,
                  :review, :offers, :marketing, :aboutReview)
                on conflict (key) do nothing""")
            .param("review", message.about().reviewId()).param("offers", message.about().offers())
            .param("marketing", message.about().marketing()).param("aboutReview", aboutReview)
            .param("key", key).param("shop", message.shop()).param("case", message.caseNumber())
            .param("template", message.template()).param("language", message.language())
            .param("buyer", message.to().buyerId()).param("order", message.to().orderId())
            .param("email", message.to().email()).param("words", json.writeValueAsString(message.words())).update() == 1;
    }

    Stored find(String key) {
        return jdbc.sql("select * from notifications.message where key = :key").param("key", key).query(this::stored).single();
    }

    int toldToday(String shop, String buyer) {
        return jdbc.sql("""
                select count(*) from notifications.message where shop_id = :shop and buyer_id = :buyer
                  and state = 'SENT' and ended_at > now() - interval '1 day'""")
            .param("shop", shop).param("buyer", buyer).query(Integer.class).single();
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
                row.getString("email")), words, row.getString("key"), new Message.About(row.getString("review_id"),
                row.getBoolean("offers"), row.getBoolean("marketing"), Set.of()));
        return new Stored(message, "NEW".equals(row.getString("state")), row.getString("decided_by") != null);
    }

    /** {@code letGo}: a person of the legal team has looked at it. */
    record Stored(Message message, boolean open, boolean letGo) {
    }
}
