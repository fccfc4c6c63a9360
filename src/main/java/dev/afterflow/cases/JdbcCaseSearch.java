package dev.afterflow.cases;

import dev.afterflow.orders.Orders;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases: a list newest first, a page by key, shop by shop along the index; or by any name somebody has at hand. */
@Repository
class JdbcCaseSearch {

    private static final String LAST_CHARACTER = Character.toString(0x10FFFF);

    private final JdbcClient jdbc;
    private final JdbcCases cases;
    private final Clock clock;

    JdbcCaseSearch(JdbcClient jdbc, JdbcCases cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What to look for.
     *
     * @param start how a case number, order id or buyer id begins; null means any
     * @param orders orders that the same words found by other names, whose cases count too
     */
    record Query(Collection<String> shops, String start, List<Orders.Hit> orders, CaseFilter filter, Cursor after, int limit) {
    }

    /** A found case and which of its names was meant: {@code number}, {@code order}, or as the order was found. */
    record Hit(Case one, String by) {
    }

    List<Case> page(Query query) {
        if (query.shops().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select found.*
                  from unnest(:shops) shop(id)
                 cross join lateral (
                       select * from cases.case_file
                        where shop_id = shop.id and (opened_at, number) < (:at, :number)
                          %s %s
                        order by opened_at desc, number desc limit :limit) found
                 order by opened_at desc, number desc limit :limit"""
                .formatted(query.filter().conditions(), query.start() == null ? "" : """
                                and number in (select number from cases.case_file where number >= :start and number < :end
                                     union all select number from cases.case_file
                                                where shop_id = shop.id and order_id >= :start and order_id < :end
                                     union all select number from cases.case_file
                                                where shop_id = shop.id and buyer_id >= :start and buyer_id < :end
                                     union all select c.number from unnest(:foundShops, :foundOrders) f(shop, id)
                                                 join cases.case_file c on c.shop_id = f.shop and c.order_id = f.id)"""))
                .params(query.filter().values(clock.instant()))
                .param("shops", query.shops().toArray(String[]::new))
                .param("at", Timestamp.from(query.after() == null ? Instant.parse("9999-01-01T00:00:00Z") : query.after().at()))
                .param("number", query.after() == null ? "" : query.after().key())
                .param("foundShops", shops(query.orders())).param("foundOrders", orders(query.orders()))
                .param("start", query.start()).param("end", query.start() + LAST_CHARACTER).param("limit", query.limit())
                .query(cases::read).list();
    }

    /** How many cases of these shops the filter leaves, counted no further than the limit. */
    int count(Collection<String> shops, CaseFilter filter, int limit) {
        return jdbc.sql("""
                select count(*) from (
                  select 1 from cases.case_file where shop_id = any (:shops) %s limit :limit) counted"""
                .formatted(filter.conditions())).params(filter.values(clock.instant()))
                .param("shops", shops.toArray(String[]::new)).param("limit", limit).query(Integer.class).single();
    }

    /** Cases by any of their names, the newest first; each name is followed along its index and no further than the limit. */
    List<Hit> quick(Collection<String> shops, String start, List<Orders.Hit> found, int limit) {
        String number = start.toUpperCase(Locale.ROOT);
        return jdbc.sql("""
                with hit as (
                  (select number, 0 as rank, 'number' as by from cases.case_file
                    where number >= :number and number < :numberEnd order by number desc limit :limit)
                  union all
                  (select number, 1, 'order' from cases.case_file
                    where shop_id = any (:shops) and order_id >= :start and order_id < :end limit :limit)
                  union all
                  (select number, 4, 'buyer' from cases.case_file
                    where shop_id = any (:shops) and buyer_id >= :start and buyer_id < :end limit :limit)
                  union all
                  select c.number, 3, f.by from unnest(:foundShops, :foundOrders, :foundBy) f(shop, id, by)
                    join cases.case_file c on c.shop_id = f.shop and c.order_id = f.id),
                best as (select distinct on (number) number, by from hit order by number, rank)
                select c.*, best.by from best join cases.case_file c using (number)
                 order by c.opened_at desc, c.number desc limit :limit""")
                .param("number", number).param("numberEnd", number + LAST_CHARACTER)
                .param("start", start).param("end", start + LAST_CHARACTER).param("shops", shops.toArray(String[]::new))
                .param("foundShops", shops(found)).param("foundOrders", orders(found))
                .param("foundBy", found.stream().map(hit -> hit.by().name().toLowerCase(Locale.ROOT)).toArray(String[]::new))
                .param("limit", limit).query((row, n) -> new Hit(cases.read(row, n), row.getString("by"))).list();
    }

    private static String[] shops(List<Orders.Hit> found) {
        return found.stream().map(hit -> hit.order().shop()).toArray(String[]::new);
    }

    private static String[] orders(List<Orders.Hit> found) {
        return found.stream().map(hit -> hit.order().orderId()).toArray(String[]::new);
    }
}
