package dev.afterflow.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The played marketplaces' own books: things as they tell them, and each deed by a seller's machine. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class MarketBooks {

    private final JdbcClient sql;
    private final JsonMapper json;

    MarketBooks(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Something a marketplace keeps; {@code name} is what it is asked by. */
    record Thing(long id, String market, String shop, String kind, String name, ObjectNode body, Instant modified) {
    }

    /** A deed of a seller's machine. */
    record Deed(String thing, String deed, Long minor) {
    }

    long next() {
        return sql.sql("select nextval(pg_get_serial_sequence('sandbox.market_thing', 'id'))").query(Long.class).single();
    }

    Thing add(String market, String shop, String kind, String name, ObjectNode body, Instant at) {
        return sql.sql("""
                insert into sandbox.market_thing (market, shop, kind, name, body, modified) values (:market, :shop, :kind, :name, cast(:body as jsonb), :at) returning *""")
            .param("market", market).param("shop", shop).param("kind", kind).param("name", name).param("body", body.toString()).param("at", at.atOffset(ZoneOffset.UTC))
            .query(this::thing).single();
    }

    Optional<Thing> find(String shop, String kind, String name) {
        return sql.sql("select * from sandbox.market_thing where shop = :shop and kind = :kind and name = :name").param("shop", shop).param("kind", kind).param("name", name)
            .query(this::thing).optional();
    }

    /** Held until the transaction ends, so that two deeds on one thing follow each other. */
    Optional<Thing> lock(String shop, String name) {
        return sql.sql("select * from sandbox.market_thing where shop = :shop and name = :name for update").param("shop", shop).param("name", name).query(this::thing).optional();
    }

    Optional<Thing> named(String name) {
        return sql.sql("select * from sandbox.market_thing where name = :name").param("name", name).query(this::thing).optional();
    }

    void save(Thing thing, Instant at) {
        sql.sql("update sandbox.market_thing set body = cast(:body as jsonb), modified = :at where id = :id").param("body", thing.body().toString())
            .param("at", at.atOffset(ZoneOffset.UTC)).param("id", thing.id()).update();
    }

    void remove(String shop, String name) {
        sql.sql("delete from sandbox.market_thing where shop = :shop and name = :name").param("shop", shop).param("name", name).update();
    }

    /** The latest changed first, as marketplaces list. */
    List<Thing> list(String shop, String kind, Instant from, Instant to, int offset, int limit) {
        return sql.sql("""
                select * from sandbox.market_thing where shop = :shop and kind = :kind and modified >= :from and modified <= :to
                order by modified desc, id desc offset :offset limit :limit""")
            .param("shop", shop).param("kind", kind).param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).param("offset", offset)
            .param("limit", limit).query(this::thing).list();
    }

    int count(String shop, String kind, Instant from, Instant to) {
        return sql.sql("select count(*) from sandbox.market_thing where shop = :shop and kind = :kind and modified >= :from and modified <= :to").param("shop", shop)
            .param("kind", kind).param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
    }

    /** Refunds at Taobao whose term is over, by its own clock. */
    List<String> overdue(String now) {
        return sql.sql("""
                select name from sandbox.market_thing where market = 'taobao' and kind = 'refund' and body #>> '{refund_remind_timeout,timeout}' < :now
                order by id limit 50""").param("now", now).query(String.class).list();
    }

    /** The latest changed of a shop, or of all. */
    List<Thing> recent(String shop) {
        return sql.sql("select * from sandbox.market_thing where (:shop::text is null or shop = :shop) and kind <> 'file' order by modified desc, id desc limit 30").param("shop", shop)
            .query(this::thing).list();
    }

    void did(Thing thing, String deed, Long minor) {
        sql.sql("insert into sandbox.market_deed (market, shop, thing, deed, minor) values (:market, :shop, :thing, :deed, :minor)").param("market", thing.market())
            .param("shop", thing.shop()).param("thing", thing.name()).param("deed", deed).param("minor", minor).update();
    }

    List<Deed> deeds(String thing) {
        return sql.sql("select thing, deed, minor from sandbox.market_deed where thing = :thing order by id").param("thing", thing).query(Deed.class).list();
    }

    private Thing thing(ResultSet row, int n) throws SQLException {
        return new Thing(row.getLong("id"), row.getString("market"), row.getString("shop"), row.getString("kind"), row.getString("name"),
            (ObjectNode) json.readTree(row.getString("body")), row.getObject("modified", OffsetDateTime.class).toInstant());
    }
}
