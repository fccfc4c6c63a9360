package dev.afterflow.sandbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What stands beside the played marketplaces' books: messages, remarks, permissions, and the queue of words for sellers' machines. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class MarketPapers {

    private static final int GIVEN_SECONDS = 30;

    private final JdbcClient sql;

    MarketPapers(JdbcClient sql) {
        this.sql = sql;
    }

    record Message(long id, String role, String content, Integer picture, Instant at) {
    }

    record Remark(String flag, String memo, int times) {
    }

    record Word(long id, String topic, String content, Instant at) {
    }

    record Permission(String session, String renewal) {
    }

    long say(String thing, String role, String content, Integer picture) {
        return sql.sql("insert into sandbox.market_message (thing, role, content, picture) values (:thing, :role, :content, :picture) returning id").param("thing", thing)
            .param("role", role).param("content", content).param("picture", picture).query(Long.class).single();
    }

    List<Message> said(String thing) {
        return sql.sql("select id, role, content, picture, at from sandbox.market_message where thing = :thing order by id").param("thing", thing)
            .query((row, n) -> new Message(row.getLong("id"), row.getString("role"), row.getString("content"), (Integer) row.getObject("picture"),
                row.getObject("at", OffsetDateTime.class).toInstant())).list();
    }

    void remark(String market, String shop, String order, String flag, String memo) {
        sql.sql("""
                insert into sandbox.market_remark as r (market, shop, order_no, flag, memo) values (:market, :shop, :order, :flag, :memo)
                on conflict (market, shop, order_no) do update set flag = excluded.flag, memo = excluded.memo, times = r.times + 1""")
            .param("market", market).param("shop", shop).param("order", order).param("flag", flag).param("memo", memo).update();
    }

    Optional<Remark> remark(String market, String shop, String order) {
        return sql.sql("select flag, memo, times from sandbox.market_remark where market = :market and shop = :shop and order_no = :order").param("market", market)
            .param("shop", shop).param("order", order).query(Remark.class).optional();
    }

    void queue(String shop, String topic, String content) {
        sql.sql("insert into sandbox.market_queue (shop, topic, content) values (:shop, :topic, :content)").param("shop", shop).param("topic", topic).param("content", content).update();
    }

    /** Given out again until they are confirmed. */
    List<Word> consume(String shop, int most) {
        return sql.sql("""
                update sandbox.market_queue set given_at = now() where id in (select id from sandbox.market_queue where shop = :shop and not confirmed
                  and (given_at is null or given_at < now() - :seconds * interval '1 second') order by id limit :most for update)
                returning id, topic, content, at""")
            .param("shop", shop).param("seconds", GIVEN_SECONDS).param("most", most)
            .query((row, n) -> new Word(row.getLong("id"), row.getString("topic"), row.getString("content"), row.getObject("at", OffsetDateTime.class).toInstant())).list();
    }

    void confirm(String shop, List<Long> ids) {
        sql.sql("update sandbox.market_queue set confirmed = true where shop = :shop and id = any (:ids)").param("shop", shop).param("ids", ids.toArray(Long[]::new)).update();
    }

    Optional<Permission> permission(String shop) {
        return sql.sql("select session, renewal from sandbox.market_permission where shop = :shop").param("shop", shop).query(Permission.class).optional();
    }

    /** A null session ran out and may be renewed. */
    void permit(String shop, String session, String renewal) {
        sql.sql("""
                insert into sandbox.market_permission (shop, session, renewal) values (:shop, :session, :renewal)
                on conflict (shop) do update set session = excluded.session, renewal = excluded.renewal""")
            .param("shop", shop).param("session", session).param("renewal", renewal).update();
    }

    Optional<String> shopOfRenewal(String renewal) {
        return sql.sql("select shop from sandbox.market_permission where renewal = :renewal").param("renewal", renewal).query(String.class).optional();
    }
}
