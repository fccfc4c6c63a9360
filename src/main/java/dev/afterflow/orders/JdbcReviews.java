package dev.afterflow.orders;

import dev.afterflow.intake.Letter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Buyers' reviews. */
@Repository
class JdbcReviews {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcReviews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps reviews as last told; answers those that are bad, or were, and not older than marketplaces let anybody read (180 days). [A][TOP-RATE] */
    List<Orders.Reviewed> keep(List<Letter> letters) {
        String shop = letters.get(0).shop();
        return jdbc.sql("""
                with told as (
                  select * from jsonb_to_recordset(cast(:told as jsonb)) as told("reviewId" text, "orderId" text, score smallint,
                         title text, text text, "createdAt" timestamptz, "answeredAt" timestamptz, ratings jsonb, appended jsonb, deleted boolean)),
                before as (
                  select r.review_id, r.order_id from orders.review r join told on r.review_id = told."reviewId" and r.order_id = told."orderId"
                   where r.shop_id = :shop and least(r.score, r.description_score + 1, r.service_score + 1, r.logistics_score + 1) <= 3),
                kept as (
                  insert into orders.review (shop_id, review_id, order_id, score, title, words, created_at, answered_at, description_score,
                         service_score, logistics_score, appended_at, appended_words, deleted)
                  select :shop, "reviewId", "orderId", score, title, text, "createdAt", "answeredAt", (ratings ->> 'description')::smallint,
                         (ratings ->> 'service')::smallint, (ratings ->> 'logistics')::smallint, (appended ->> 'at')::timestamptz,
                         appended ->> 'text', coalesce(deleted, false)
                    from told order by "reviewId", "orderId"
                  on conflict (shop_id, review_id, order_id) do update
                    set score = excluded.score, title = excluded.title, words = excluded.words, created_at = excluded.created_at,
                        answered_at = excluded.answered_at, description_score = coalesce(excluded.description_score, orders.review.description_score),
                        service_score = coalesce(excluded.service_score, orders.review.service_score),
                        logistics_score = coalesce(excluded.logistics_score, orders.review.logistics_score),
                        appended_at = coalesce(excluded.appended_at, orders.review.appended_at),
                        appended_words = coalesce(excluded.appended_words, orders.review.appended_words),
                        deleted = excluded.deleted, recorded_at = now()
                  returning review_id, order_id, score, description_score, service_score, logistics_score, created_at)
                select k.review_id, k.order_id from kept k
                 where k.created_at > now() - interval '180 days'
                   and (least(k.score, k.description_score + 1, k.service_score + 1, k.logistics_score + 1) <= 3
                    or exists (select from before b where b.review_id = k.review_id and b.order_id = k.order_id))
                 order by k.review_id, k.order_id
                """).param("shop", shop).param("told", Told.of(letters, json))
                .query((row, n) -> new Orders.Reviewed(shop, row.getString("review_id"), row.getString("order_id"))).list();
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
                row.getTimestamp("created_at").toInstant(), at(row, "answered_at"))).list();
    }

    Optional<Orders.Written> find(String shop, String reviewId, String orderId) {
        return jdbc.sql("select * from orders.review where shop_id = :shop and review_id = :review and order_id = :order")
            .param("shop", shop).param("review", reviewId).param("order", orderId).query(JdbcReviews::written).optional();
    }

    List<Orders.Written> ofOrder(String shop, String orderId) {
        return jdbc.sql("select * from orders.review where shop_id = :shop and order_id = :order order by created_at desc, review_id limit :shown")
            .param("shop", shop).param("order", orderId).param("shown", SHOWN).query(JdbcReviews::written).list();
    }

    List<Orders.Written> ofBuyer(String shop, String buyerId, Instant since) {
        return jdbc.sql("""
                select r.* from orders.shop_order o join orders.review r on r.shop_id = o.shop_id and r.order_id = o.order_id
                 where o.shop_id = :shop and o.buyer_id = :buyer and r.created_at >= :since order by r.created_at desc, r.review_id limit :shown""")
            .param("shop", shop).param("buyer", buyerId).param("since", Timestamp.from(since)).param("shown", SHOWN).query(JdbcReviews::written).list();
    }

    private static Orders.Written written(ResultSet row, int n) throws SQLException {
        return new Orders.Written(row.getString("review_id"), row.getString("order_id"), row.getInt("score"), row.getString("title"),
            row.getString("words"), row.getTimestamp("created_at").toInstant(), at(row, "answered_at"), at(row, "appended_at"),
            row.getString("appended_words"), score(row, "description_score"), score(row, "service_score"), score(row, "logistics_score"),
            row.getBoolean("deleted"));
    }

    private static Integer score(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : row.getInt(column);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : row.getTimestamp(column).toInstant();
    }
}
