package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Judging.Unnamed;
import dev.afterflow.providers.StatementSource.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Statement lines as they came, the days that were taken, and the paid refunds no line speaks of. */
@Repository
@Transactional
class JdbcStatements {

    private final JdbcClient jdbc;

    JdbcStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shop's account with a provider. */
    record Till(String shop, String provider) {
    }

    /** An amount of a shop's account that some line without a number names. */
    record Sum(Till till, Money amount) {
    }

    /** One at a time judges a shop's lines. */
    void lock(String shop) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('payments.reconciliation/' || :shop, 0))::text").param("shop", shop)
            .query(String.class).single();
    }

    boolean write(String shop, Line line, LocalDate day) {
        return jdbc.sql("""
                insert into payments.statement_line (shop_id, provider, line_id, day, refund_no, amount, currency, at, payment_id)
                values (:shop, :provider, :line, :day, :no, :amount, :currency, :at, :payment) on conflict do nothing""")
            .param("shop", shop).param("provider", line.provider()).param("line", line.lineId()).param("day", day)
            .param("no", line.refundNo()).param("amount", line.amount().minor()).param("currency", line.amount().currency())
            .param("at", line.movedAt().atOffset(ZoneOffset.UTC)).param("payment", line.paymentId()).update() == 1;
    }

    List<Line> named(Till till, String refundNo) {
        return jdbc.sql("""
                select * from payments.statement_line where refund_no = :no and shop_id = :shop and provider = :provider""")
            .param("no", refundNo).param("shop", till.shop()).param("provider", till.provider()).query(JdbcStatements::line).list();
    }

    List<Line> unnamed(Sum sum) {
        return jdbc.sql("""
                select * from payments.statement_line where refund_no is null and shop_id = :shop and provider = :provider
                  and currency = :currency and amount = :amount""")
            .param("shop", sum.till().shop()).param("provider", sum.till().provider()).param("currency", sum.amount().currency())
            .param("amount", sum.amount().minor()).query(JdbcStatements::line).list();
    }

    /** Paid refunds of this amount that no line names by number. */
    List<Unnamed> unnamedRefunds(Sum sum) {
        return jdbc.sql("""
                select refund_no, settled_at from payments.refund r where r.shop_id = :shop and r.provider = :provider
                  and r.currency = :currency and r.amount = :amount and r.state in ('SUCCEEDED', 'RETURNED')
                  and not exists (select 1 from payments.statement_line l where l.refund_no = r.refund_no
                    and l.shop_id = r.shop_id and l.provider = r.provider)""")
            .param("shop", sum.till().shop()).param("provider", sum.till().provider()).param("currency", sum.amount().currency())
            .param("amount", sum.amount().minor())
            .query((row, n) -> new Unnamed(row.getString("refund_no"), sum.amount(), row.getTimestamp("settled_at").toInstant())).list();
    }

    /** Numbers of ours that were paid after a line had spoken of them. */
    List<Refund> settledSince() {
        return jdbc.sql("""
                select distinct r.*, now() as as_of from payments.recon_item i
                join payments.refund r on r.refund_no = i.refund_no and r.shop_id = i.shop_id and r.provider = i.provider
                where i.verdict = 'ONLY_THEIRS' and i.resolved_by is null and r.state in ('SUCCEEDED', 'RETURNED') limit 500""")
            .query(JdbcRefunds::refund).list();
    }

    /** Amounts of lines without a number that found nothing yet. */
    List<Sum> unfound() {
        return jdbc.sql("""
                select distinct l.shop_id, l.provider, l.amount, l.currency from payments.recon_item i
                join payments.statement_line l on l.shop_id = i.shop_id and l.provider = i.provider and l.line_id = i.provider_line
                where i.verdict = 'ONLY_THEIRS' and i.resolved_by is null and l.refund_no is null limit 500""")
            .query((row, n) -> new Sum(new Till(row.getString("shop_id"), row.getString("provider")),
                new Money(row.getLong("amount"), row.getString("currency")))).list();
    }

    /** Accounts that gave money back in the last weeks. */
    List<Till> tills() {
        return jdbc.sql("""
                select distinct shop_id, provider from payments.refund
                where state in ('SUCCEEDED', 'RETURNED') and settled_at > now() - interval '40 days'""")
            .query((row, n) -> new Till(row.getString("shop_id"), row.getString("provider"))).list();
    }

    /**
     * Paid refunds no line covers, though the statements of their day and of the day after are here, or a line of a still
     * later day; providers and we may see the same midnight differently. A line that was only seen, {@code seen:…}, is no statement,
     * and what a provider gave of itself it tells in other words.
     */
    List<Refund> missing(Till till, ZoneId zone) {
        return jdbc.sql("""
                with paid as (
                  select r.*, (r.settled_at at time zone :zone)::date as day from payments.refund r
                  where r.shop_id = :shop and r.provider = :provider and r.state in ('SUCCEEDED', 'RETURNED')
                    and r.settled_by is distinct from 'provider' and r.settled_at between now() - interval '40 days' and now() - interval '1 day')
                select p.*, now() as as_of from paid p
                where not exists (select 1 from payments.recon_item i where i.refund_no = p.refund_no and i.shop_id = p.shop_id
                    and (i.verdict <> 'ONLY_OURS' or i.resolved_by is distinct from 'statement'))
                  and (exists (select 1 from payments.statement_line l where l.shop_id = p.shop_id and l.provider = p.provider
                      and l.day > p.day + 1 and l.line_id not like 'seen:%')
                    or (select count(*) from payments.statement_day d where d.provider = p.provider
                      and d.account in ('house', p.shop_id) and d.day in (p.day, p.day + 1)) = 2)
                order by p.settled_at limit 1000""")
            .param("shop", till.shop()).param("provider", till.provider()).param("zone", zone.getId())
            .query(JdbcRefunds::refund).list();
    }

    boolean taken(String provider, String account, LocalDate day) {
        return jdbc.sql("""
                select exists (select 1 from payments.statement_day where provider = :provider and account = :account and day = :day)""")
            .param("provider", provider).param("account", account).param("day", day).query(Boolean.class).single();
    }

    void took(String provider, String account, LocalDate day, int lines) {
        jdbc.sql("""
                insert into payments.statement_day (provider, account, day, lines) values (:provider, :account, :day, :lines)
                on conflict (provider, account, day) do update set lines = excluded.lines, taken_at = now()""")
            .param("provider", provider).param("account", account).param("day", day).param("lines", lines).update();
    }

    void looked(String provider, String account, LocalDate day) {
        jdbc.sql("""
                insert into payments.statement_look (provider, account, day) values (:provider, :account, :day)
                on conflict (provider, account, day) do update set at = now()""")
            .param("provider", provider).param("account", account).param("day", day).update();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(row.getString("provider"), row.getString("line_id"), row.getString("refund_no"),
            new Money(row.getLong("amount"), row.getString("currency")), row.getTimestamp("at").toInstant(),
            row.getString("payment_id"));
    }
}
