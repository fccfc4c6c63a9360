package dev.afterflow.orders;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shops;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds orders by what people have at hand. Prefixes are ranges, not LIKE: behind row level security PostgreSQL takes an
 * index only for leakproof operators, and a range has no wild cards to escape.
 */
@Repository
class JdbcSearch {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int PAGE = 200;

    private final JdbcClient sql;
    private final Shops shops;

    JdbcSearch(JdbcClient sql, Shops shops) {
        this.sql = sql;
        this.shops = shops;
    }

    Orders.Page page(Orders.Query query) {
        Cursor after = Cursor.read(query.after());
        int limit = Math.max(1, Math.min(PAGE, query.limit()));
        boolean all = query.words() == null || query.words().isBlank();
        var statement = all ? sql.sql(NEWEST) : words(query.words().strip());
        List<Orders.Found> found = statement.param("shops", query.shops().toArray(String[]::new))
                .param("at", after.at().toString()).param("shop", after.shop()).param("order", after.order())
                .param("limit", limit + 1).query((result, n) -> found(result)).list();
        if (found.size() <= limit) {
            return new Orders.Page(found, null);
        }
        return new Orders.Page(found.subList(0, limit), Cursor.of(found.get(limit - 1)).written());
    }

    List<Orders.Hit> quick(Collection<String> shops, String words, int most) {
        return bound(QUICK, words.strip()).param("shops", shops.toArray(String[]::new)).param("limit", most)
                .query((result, n) -> new Orders.Hit(found(result), Orders.By.values()[result.getInt("by")])).list();
    }

    private JdbcClient.StatementSpec words(String words) {
        return bound(BY_WORDS, words);
    }

    private JdbcClient.StatementSpec bound(String statement, String words) {
        if (words.codePointCount(0, words.length()) < SHORTEST || words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw Problem.invalid("q", "length", "请输入 " + SHORTEST + " 到 " + LONGEST + " 个字符",
                    "Type " + SHORTEST + " to " + LONGEST + " characters");
        }
        String name = words.toLowerCase(Locale.ROOT);
        String digits = words.matches("[\\d\\s+*-]+") ? words.replaceAll("\\D", "") : "";
        String tail = digits.length() >= 4 ? new StringBuilder(digits).reverse().toString() : "\u0001";
        return sql.sql(statement).param("words", words).param("wordsEnd", end(words))
                .param("name", name).param("nameEnd", end(name)).param("tail", tail).param("tailEnd", end(tail));
    }

    private static String end(String prefix) {
        return prefix + Character.toString(Character.MAX_CODE_POINT);
    }

    private static final String COLUMNS = """
            select o.shop_id, o.order_id, o.state, o.created_at, o.buyer_id, o.currency,
                   (select b.name from orders.buyer b where b.shop_id = o.shop_id and b.buyer_id = o.buyer_id) as buyer_name,
                   (select coalesce(sum(p.paid_minor), 0) from orders.payment p
                     where p.shop_id = o.shop_id and p.order_id = o.order_id) as paid,
                   (select count(*) from orders.item i where i.shop_id = o.shop_id and i.order_id = o.order_id) as lines
            """;

    private static final String PAGED = """
               and (o.created_at, o.shop_id, o.order_id) < (cast(:at as timestamptz), :shop, :order)
             order by o.created_at desc, o.shop_id desc, o.order_id desc
             limit :limit
            """;

    /** Shop by shop, so that each is a walk along its index. */
    private static final String NEWEST = COLUMNS + """
              from unnest(:shops) as mine(id) cross join lateral (
                select * from orders.shop_order
                 where shop_id = mine.id and (created_at, shop_id, order_id) < (cast(:at as timestamptz), :shop, :order)
                 order by created_at desc, order_id desc limit :limit) o
             where true
            """ + PAGED;

    private static final String BY_WORDS = """
            with hit as (
              select shop_id, order_id from orders.shop_order
               where shop_id = any (:shops) and order_id >= :words and order_id < :wordsEnd
              union
              select shop_id, order_id from orders.shipment
               where shop_id = any (:shops) and waybill >= :words and waybill < :wordsEnd
              union
              select o.shop_id, o.order_id from orders.buyer b join orders.shop_order o using (shop_id, buyer_id)
               where b.shop_id = any (:shops) and b.name_key >= :name and b.name_key < :nameEnd
              union
              select o.shop_id, o.order_id from orders.buyer b join orders.shop_order o using (shop_id, buyer_id)
               where b.shop_id = any (:shops) and b.phone_key >= :tail and b.phone_key < :tailEnd)
            """ + COLUMNS + """
              from hit join orders.shop_order o using (shop_id, order_id)
             where true
            """ + PAGED;

    /** Each name is followed along its index, in the index's order, and no further than the limit, however many rows begin like the words. */
    private static final String QUICK = """
            with hit as (
              (select shop_id, order_id, 0 as by from orders.shop_order
                where shop_id = any (:shops) and order_id >= :words and order_id < :wordsEnd
                order by shop_id, order_id limit :limit)
              union all
              (select shop_id, order_id, 1 from orders.shipment
                where shop_id = any (:shops) and waybill >= :words and waybill < :wordsEnd
                order by shop_id, waybill limit :limit)
              union all
              (select o.shop_id, o.order_id, 2
                 from (select shop_id, buyer_id from orders.buyer
                        where shop_id = any (:shops) and phone_key >= :tail and phone_key < :tailEnd
                        order by shop_id, phone_key limit :limit) b
                 cross join lateral (select shop_id, order_id from orders.shop_order
                                      where shop_id = b.shop_id and buyer_id = b.buyer_id order by created_at desc limit :limit) o
                limit :limit)
              union all
              (select o.shop_id, o.order_id, 3
                 from (select shop_id, buyer_id from orders.buyer
                        where shop_id = any (:shops) and name_key >= :name and name_key < :nameEnd
                        order by shop_id, name_key limit :limit) b
                 cross join lateral (select shop_id, order_id from orders.shop_order
                                      where shop_id = b.shop_id and buyer_id = b.buyer_id order by created_at desc limit :limit) o
                limit :limit)),
            best as (select shop_id, order_id, min(by) as by from hit group by shop_id, order_id)
            """ + COLUMNS + """
                   , best.by
              from best cross join lateral (select * from orders.shop_order
                where shop_id = best.shop_id and order_id = best.order_id limit 1) o
             order by o.created_at desc, o.shop_id desc, o.order_id desc
             limit :limit
            """;

    private static Orders.Found found(ResultSet result) throws SQLException {
        return new Orders.Found(result.getString("shop_id"), result.getString("order_id"),
                Order.State.valueOf(result.getString("state")),
                result.getObject("created_at", OffsetDateTime.class).toInstant(), result.getString("buyer_id"),
                Mask.name(result.getString("buyer_name")),
                new Money(result.getLong("paid"), result.getString("currency")), result.getInt("lines"));
    }

    Orders.Standing standing(String shop, String buyerId) {
        String currency = shops.find(shop).orElseThrow(() -> Problem.notFound("shop")).currency();
        return sql.sql("""
                select count(*) as orders, min(o.created_at) as first_at, max(o.created_at) as last_at,
                       coalesce(sum((select sum(p.paid_minor) from orders.payment p
                          where p.shop_id = o.shop_id and p.order_id = o.order_id)) filter (where o.currency = :currency), 0)
                       as spent
                  from orders.shop_order o
                 where o.shop_id = :shop and o.buyer_id = :buyer and o.state not in ('CANCELLED', 'UNAVAILABLE')
                """).param("currency", currency).param("shop", shop).param("buyer", buyerId)
                .query((result, n) -> new Orders.Standing(result.getInt("orders"),
                        new Money(result.getLong("spent"), currency), at(result, "first_at"), at(result, "last_at"))).single();
    }

    private static Instant at(ResultSet result, String column) throws SQLException {
        OffsetDateTime at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The place behind the last row of a page. */
    private record Cursor(Instant at, String shop, String order) {

        static Cursor of(Orders.Found last) {
            return new Cursor(last.createdAt(), last.shop(), last.orderId());
        }

        static Cursor read(String written) {
            if (written == null || written.isEmpty()) {
                return new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "", "");
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split("\n", 3);
                return new Cursor(Instant.parse(parts[0]), parts[1], parts[2]);
            } catch (RuntimeException e) {
                throw Problem.malformed("after", "cursor", "请从上一页取得此值", "Take this value from the page before");
            }
        }

        String written() {
            String plain = at + "\n" + shop + "\n" + order;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
    }
}
