package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Reconciliation.Line;
import dev.afterflow.payments.Reconciliation.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statement lines as they came, and the verdict on each. */
@Repository
class JdbcStatements {

    private final JdbcClient jdbc;

    JdbcStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A difference as finance sees it. */
    record Item(String shop, String provider, String line, LocalDate day, String refundNo, Money ours, Money theirs, String verdict) {
    }

    boolean write(String shop, Line line) {
        return jdbc.sql("""
                insert into payments.statement_line (shop_id, provider, line_id, day, refund_no, amount, currency, at)
                values (:shop, :provider, :line, (:at::timestamptz at time zone 'UTC')::date, :no, :amount, :currency, :at)
                on conflict do nothing""")
            .param("shop", shop).param("provider", line.provider()).param("line", line.lineId())
            .param("no", line.refundNo()).param("amount", line.amount().minor()).param("currency", line.amount().currency())
            .param("at", line.movedAt().atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /** The one refund of ours with this amount within a day of the line that no line has named yet. */
    Optional<String> only(String shop, Line line) {
        List<String> near = jdbc.sql("""
                select refund_no from payments.refund r where shop_id = :shop and provider = :provider and state = 'SUCCEEDED'
                  and amount = :amount and currency = :currency
                  and settled_at between :at::timestamptz - interval '1 day' and :at::timestamptz + interval '1 day'
                  and not exists (select 1 from payments.recon_item i where i.refund_no = r.refund_no and i.verdict <> 'ONLY_OURS')
                limit 2""")
            .param("shop", shop).param("provider", line.provider()).param("amount", line.amount().minor())
            .param("currency", line.amount().currency()).param("at", line.movedAt().atOffset(ZoneOffset.UTC))
            .query(String.class).list();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    void judge(String shop, Line line, String refundNo, Money ours, Verdict verdict) {
        jdbc.sql("""
                insert into payments.recon_item (shop_id, provider, provider_line, day, refund_no, our_amount, their_amount, currency, verdict)
                values (:shop, :provider, :line, (:at::timestamptz at time zone 'UTC')::date, :no, :ours, :theirs, :currency, :verdict)""")
            .param("shop", shop).param("provider", line.provider()).param("line", line.lineId())
            .param("at", line.movedAt().atOffset(ZoneOffset.UTC)).param("no", refundNo)
            .param("ours", ours == null ? null : ours.minor()).param("theirs", line.amount().minor())
            .param("currency", line.amount().currency()).param("verdict", verdict.name()).update();
    }

    boolean judged(String refundNo) {
        return jdbc.sql("""
                select exists (select 1 from payments.recon_item
                  where refund_no = :no and verdict in ('MATCH', 'AMOUNT_DIFF', 'ONLY_THEIRS'))""")
            .param("no", refundNo).query(Boolean.class).single();
    }

    /** A line that came late ends the question why it was missing. */
    void resolve(String refundNo) {
        jdbc.sql("""
                update payments.recon_item set resolved_by = 'statement'
                where refund_no = :no and verdict = 'ONLY_OURS' and resolved_by is null""").param("no", refundNo).update();
    }

    void writeMissing() {
        jdbc.sql("""
                insert into payments.recon_item (shop_id, provider, provider_line, day, refund_no, our_amount, currency, verdict)
                select r.shop_id, r.provider, 'ours:' || r.refund_no, (r.settled_at at time zone 'UTC')::date, r.refund_no, r.amount,
                  r.currency, 'ONLY_OURS'
                from payments.refund r
                where r.state = 'SUCCEEDED' and r.settled_at between now() - interval '40 days' and now() - interval '1 day'
                  and exists (select 1 from payments.statement_line l where l.shop_id = r.shop_id and l.provider = r.provider
                    and l.day > (r.settled_at at time zone 'UTC')::date)
                  and not exists (select 1 from payments.recon_item i where i.refund_no = r.refund_no)
                on conflict do nothing""").update();
    }

    List<Item> open(int most) {
        return jdbc.sql("""
                select * from payments.recon_item where verdict <> 'MATCH' and resolved_by is null
                order by day desc, provider_line limit :most""").param("most", most).query(JdbcStatements::item).list();
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(row.getString("shop_id"), row.getString("provider"), row.getString("provider_line"),
            row.getObject("day", LocalDate.class), row.getString("refund_no"), money(row, "our_amount"),
            money(row, "their_amount"), row.getString("verdict"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        long amount = row.getLong(column);
        return row.wasNull() ? null : new Money(amount, row.getString("currency"));
    }
}
