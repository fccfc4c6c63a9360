package dev.afterflow.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.afterflow.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published figures of each shop's account, day and currency: how much of the value has its match, and how old the rest is. */
@Component
@Transactional
class DayFigures {

    private final JdbcClient jdbc;

    DayFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A day's figures.
     *
     * @param value what the statement moved, and what we booked that it lacks
     * @param refundAgeP99Seconds of refunds without the provider's final word when this was published
     * @param mismatchAgeP99Seconds of differences nobody has answered
     * @param unknownOverHour refunds without a final word after an hour; the aim is none
     */
    record Day(String shop, String provider, LocalDate day, String currency, int lines, Money value, Money matched, int mismatches,
            int open, Money openValue, long refundAgeP99Seconds, long mismatchAgeP99Seconds, int unknownOverHour,
            Instant statementTakenAt, Instant publishedAt) {

        /** Matched value in percent with two places, rounded down so that 100.00 means all; null when nothing moved. */
        @JsonProperty
        String matchedPercent() {
            return value.isZero() ? null : BigDecimal.valueOf(matched.minor()).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(value.minor()), 2, RoundingMode.DOWN).toPlainString();
        }
    }

    /** Computes anew the days of the last week and those whose verdicts or answers changed in the last hours. */
    void publish() {
        jdbc.sql("""
                with days as (
                  select distinct shop_id, provider, day, currency from payments.recon_item
                  where day >= (now() at time zone 'Asia/Shanghai')::date - 8
                    or judged_at > now() - interval '3 hours' or resolved_at > now() - interval '3 hours'
                  union
                  select distinct shop_id, provider, (now() at time zone 'Asia/Shanghai')::date - 1, currency from payments.refund
                  where state in ('REQUESTED', 'SENT', 'PROCESSING', 'ABNORMAL')),
                counted as (
                  select d.shop_id, d.provider, d.day, d.currency, count(i.their_amount) as lines,
                    coalesce(sum(coalesce(i.their_amount, i.our_amount)), 0) as value,
                    coalesce(sum(i.their_amount) filter (where i.verdict = 'MATCH'), 0) as matched,
                    count(*) filter (where i.verdict <> 'MATCH') as mismatches,
                    count(*) filter (where i.verdict <> 'MATCH' and i.resolved_by is null) as open,
                    coalesce(sum(coalesce(i.their_amount, i.our_amount)) filter (where i.verdict <> 'MATCH' and i.resolved_by is null), 0) as open_value
                  from days d left join payments.recon_item i on i.shop_id = d.shop_id and i.provider = d.provider and i.day = d.day
                    and i.currency = d.currency and not (i.verdict = 'ONLY_OURS' and i.resolved_by is not distinct from 'statement')
                  group by 1, 2, 3, 4)
                insert into payments.reconciliation_day
                select c.*, coalesce(r.age, 0), coalesce(m.age, 0), coalesce(r.old, 0),
                  (select max(taken_at) from payments.statement_day s where s.provider = c.provider
                    and s.account in ('house', c.shop_id) and s.day = c.day), now()
                from counted c
                left join lateral (select ceil(percentile_cont(0.99) within group (order by extract(epoch from now() - created_at)))::bigint as age,
                    count(*) filter (where created_at < now() - interval '1 hour') as old from payments.refund r
                  where r.shop_id = c.shop_id and r.provider = c.provider and r.currency = c.currency
                    and r.state in ('REQUESTED', 'SENT', 'PROCESSING', 'ABNORMAL')) r on true
                left join lateral (select ceil(percentile_cont(0.99) within group (order by extract(epoch from now() - at)))::bigint as age
                  from payments.recon_item i where i.shop_id = c.shop_id and i.provider = c.provider and i.currency = c.currency
                    and i.verdict <> 'MATCH' and i.resolved_by is null) m on true
                order by 1, 2, 3, 4
                on conflict (shop_id, provider, day, currency) do update set lines = excluded.lines, value = excluded.value,
                  matched = excluded.matched, mismatches = excluded.mismatches, open = excluded.open, open_value = excluded.open_value,
                  refund_age_p99_s = excluded.refund_age_p99_s, mismatch_age_p99_s = excluded.mismatch_age_p99_s,
                  unknown_over_hour = excluded.unknown_over_hour, statement_taken_at = excluded.statement_taken_at,
                  published_at = now()""").update();
    }

    @Transactional(readOnly = true)
    List<Day> between(LocalDate from, LocalDate to, String shop) {
        return jdbc.sql("""
                select * from payments.reconciliation_day where day between :from and :to and (:shop::text is null or shop_id = :shop)
                order by day desc, shop_id, provider, currency limit 1000""")
            .param("from", from).param("to", to).param("shop", shop).query(DayFigures::day).list();
    }

    private static Day day(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        Timestamp taken = row.getTimestamp("statement_taken_at");
        return new Day(row.getString("shop_id"), row.getString("provider"), row.getObject("day", LocalDate.class), currency,
            row.getInt("lines"), new Money(row.getLong("value"), currency), new Money(row.getLong("matched"), currency),
            row.getInt("mismatches"), row.getInt("open"), new Money(row.getLong("open_value"), currency),
            row.getLong("refund_age_p99_s"), row.getLong("mismatch_age_p99_s"), row.getInt("unknown_over_hour"),
            taken == null ? null : taken.toInstant(), row.getTimestamp("published_at").toInstant());
    }
}
