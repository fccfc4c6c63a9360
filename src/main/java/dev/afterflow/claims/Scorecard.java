package dev.afterflow.claims;

import dev.afterflow.money.Money;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How carriers do: parcels sent, faults, what was claimed, agreed and received, days to an answer, how often they refuse; one row a carrier,
 * region and fault, or summed over region or fault. Opened between two days (UTC), amounts of one currency never mixed with another's.
 */
@Repository
@Transactional(readOnly = true)
class Scorecard {

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Shops shops;

    Scorecard(JdbcClient jdbc, Orders orders, Shops shops) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.shops = shops;
    }

    /**
     * One row.
     *
     * @param parcels sent by this carrier (to this region) in the time; null where rows are split by fault
     * @param daysToAnswer mean days from filing to the first ending answer, in tenths; null when nothing was answered
     * @param answered claims with an ending answer, {@code denied} those whose carrier refused at least once
     */
    record Row(String shop, String carrier, String region, Fault fault, String currency, Long parcels, long faults, Money claimed, Money agreed,
               Money received, Money writtenOff, long answered, long denied, Long daysToAnswer) {
    }

    /** What is wanted; shop null is all of the asker's. */
    record Wanted(LocalDate from, LocalDate to, String shop, boolean byRegion, boolean byFault) {
    }

    List<Row> of(Wanted wanted) {
        check(wanted);
        Instant from = wanted.from().atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to = wanted.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<String, List<Orders.Sent>> sent = shops.of(Who.current()).stream().map(Shop::id).filter(shop -> wanted.shop() == null || wanted.shop().equals(shop))
                .collect(Collectors.toMap(shop -> shop, shop -> orders.sent(shop, from, to)));
        return jdbc.sql("""
                select shop_id, carrier, case when :byRegion then region end as region, case when :byFault then fault end as fault, currency,
                       count(*) as faults, coalesce(sum(claimed), 0) as claimed, sum(agreed) as agreed, sum(received) as received,
                       sum(written_off) as written_off, count(answered_at) as answered,
                       count(*) filter (where exists (select 1 from claims.answer a where a.claim_no = c.claim_no and a.verdict = 'DENIED')) as denied,
                       round(avg(extract(epoch from answered_at - filed_at) / 8640) filter (where answered_at >= filed_at))::bigint as tenths
                from claims.claim c
                where opened_at >= :from and opened_at < :to and (:shop::text is null or shop_id = :shop)
                  and state <> 'WITHDRAWN'
                group by 1, 2, 3, 4, 5 order by 1, 2, 3 nulls first, 4 nulls first, 5""")
                .param("byRegion", wanted.byRegion()).param("byFault", wanted.byFault()).param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to)).param("shop", wanted.shop())
                .query((row, n) -> {
                    String currency = row.getString("currency");
                    String fault = row.getString("fault");
                    return new Row(row.getString("shop_id"), row.getString("carrier"), row.getString("region"), fault == null ? null : Fault.valueOf(fault), currency,
                            wanted.byFault() ? null : count(sent.getOrDefault(row.getString("shop_id"), List.of()), row.getString("carrier"), row.getString("region")),
                            row.getLong("faults"), new Money(row.getLong("claimed"), currency), new Money(row.getLong("agreed"), currency),
                            new Money(row.getLong("received"), currency), new Money(row.getLong("written_off"), currency), row.getLong("answered"),
                            row.getLong("denied"), row.getObject("tenths", Long.class));
                }).list();
    }

    private static long count(List<Orders.Sent> sent, String carrier, String region) {
        return sent.stream().filter(each -> each.carrier().equals(carrier) && (region == null || region.equals(each.region())))
                .mapToLong(Orders.Sent::parcels).sum();
    }

    private static void check(Wanted wanted) {
        if (wanted.from() == null || wanted.to() == null || wanted.from().isAfter(wanted.to()) || wanted.from().plusDays(366).isBefore(wanted.to())) {
            throw Problem.invalid("from", "range", "请选择不超过一年的起止日期", "Choose a range of at most a year");
        }
    }
}
