package dev.afterflow.notifications;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a buyer wishes to hear of, and how often an order was written to about its review. */
@Repository
class JdbcContacts {

    private final JdbcClient jdbc;

    JdbcContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean allows(String shop, String buyer, String topic, boolean unlessSaid) {
        return jdbc.sql("select allowed from notifications.wish where shop_id = :shop and buyer_id = :buyer and topic = :topic")
            .param("shop", shop).param("buyer", buyer).param("topic", topic).query(Boolean.class).optional().orElse(unlessSaid);
    }

    void wish(String shop, String buyer, String topic, boolean allowed) {
        jdbc.sql("""
                insert into notifications.wish (shop_id, buyer_id, topic, allowed) values (:shop, :buyer, :topic, :allowed)
                on conflict (shop_id, buyer_id, topic) do update set allowed = excluded.allowed, at = now()""")
            .param("shop", shop).param("buyer", buyer).param("topic", topic).param("allowed", allowed).update();
    }

    /** Sent, to be sent, or waiting for legal; the row of {@code key} and rows younger than it are left out. */
    int aboutReviews(String shop, String order, String key) {
        return jdbc.sql("""
                select count(*) from notifications.message where shop_id = :shop and order_id = :order and about_review
                  and state in ('NEW', 'SENT', 'LEGAL_REVIEW') and key <> :key
                  and created_at <= coalesce((select own.created_at from notifications.message own where own.key = :key), now())""")
            .param("shop", shop).param("order", order).param("key", key).query(Integer.class).single();
    }

    /** One at a time for an order, so that two people do not both count one contact too few. */
    void alone(String shop, String order) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('notifications.contact'), hashtext(:name))::text")
            .param("name", shop + "\u001f" + order).query(String.class).single();
    }
}
