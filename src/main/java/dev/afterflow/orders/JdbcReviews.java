package dev.afterflow.orders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Buyers' reviews, read. */
@Repository
class JdbcReviews {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    JdbcReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Orders.Review> of(String shop, String orderId, String buyerId, Instant since) {
        return jdbc.sql("""
                select r.review_id, r.order_id, r.score, r.created_at, r.answered_at from orders.review r
                 where r.shop_id = :shop and (r.order_id = :order or (r.created_at >= :since and r.order_id in (
                         select o.order_id from orders.shop_order o where o.shop_id = :shop and o.buyer_id = :buyer)))
                 order by r.created_at desc, r.review_id limit :shown""")
            .param("shop", shop).param("order", orderId).param("buyer", buyerId).param("since", Timestamp.from(since))
            .param("shown", SHOWN)
            .query((row, n) -> new Orders.Review(row.getString("review_id"), row.getString("order_id"), row.getInt("score"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("answered_at") == null ? null : row.getTimestamp("answered_at").toInstant())).list();
    }
}
