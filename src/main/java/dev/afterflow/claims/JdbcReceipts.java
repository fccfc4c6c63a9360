package dev.afterflow.claims;

import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of carriers' statements. */
@Repository
class JdbcReceipts {

    private final JdbcClient jdbc;

    JdbcReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line as the carrier wrote it.
     *
     * @param reverses the line that is taken back; null for a payment
     * @param named the claim's number where the statement has a column for it
     * @param words free text in which a claim's number may stand
     */
    record Line(String carrier, String lineId, String reverses, Money amount, String named, String reference, String waybill, String words,
                Instant paidAt) {

        boolean reversal() {
            return reverses != null;
        }
    }

    /** A line and what became of it; state is OPEN, BOOKED or DISMISSED. */
    record Receipt(long id, String shop, Line line, String state, String claimNo, String by, Instant at, String note, Instant takenAt) {
    }

    /** The line, or nothing when it is known already. */
    Optional<Receipt> insert(String shop, Line line, Instant now) {
        return jdbc.sql("""
                insert into claims.receipt (shop_id, carrier, line_id, kind, reverses, amount, currency, named, reference, waybill, words,
                       paid_at, taken_at, state)
                values (:shop, :carrier, :line, :kind, :reverses, :amount, :currency, :named, :reference, :waybill, :words, :paid, :now, 'OPEN')
                on conflict (shop_id, carrier, line_id) do nothing returning *""").param("shop", shop).param("carrier", line.carrier())
                .param("line", line.lineId()).param("kind", line.reversal() ? "REVERSAL" : "PAYMENT").param("reverses", line.reverses())
                .param("amount", line.amount().minor()).param("currency", line.amount().currency()).param("named", line.named())
                .param("reference", line.reference()).param("waybill", line.waybill()).param("words", line.words())
                .param("paid", Timestamp.from(line.paidAt())).param("now", Timestamp.from(now)).query(JdbcReceipts::receipt).optional();
    }

    Optional<Receipt> find(String shop, String carrier, String lineId) {
        return jdbc.sql("select * from claims.receipt where shop_id = :shop and carrier = :carrier and line_id = :line").param("shop", shop)
                .param("carrier", carrier).param("line", lineId).query(JdbcReceipts::receipt).optional();
    }

    Optional<Receipt> find(long id) {
        return jdbc.sql("select * from claims.receipt where id = :id").param("id", id).query(JdbcReceipts::receipt).optional();
    }

    Optional<Receipt> lock(long id) {
        return jdbc.sql("select * from claims.receipt where id = :id for update").param("id", id).query(JdbcReceipts::receipt).optional();
    }

    List<Receipt> of(String claimNo) {
        return jdbc.sql("select * from claims.receipt where claim_no = :no order by id").param("no", claimNo).query(JdbcReceipts::receipt).list();
    }

    /** Lines that wait for a person, or all, the newest first, from below this number. */
    List<Receipt> page(boolean onlyOpen, long below, int most) {
        return jdbc.sql("""
                select * from claims.receipt where id < :below and (not :open or state = 'OPEN') order by id desc limit :most""")
                .param("below", below).param("open", onlyOpen).param("most", most).query(JdbcReceipts::receipt).list();
    }

    /** How much of a payment was taken back already. */
    long takenBack(Receipt payment) {
        return jdbc.sql("""
                select coalesce(sum(amount), 0) from claims.receipt
                where shop_id = :shop and carrier = :carrier and reverses = :line and state = 'BOOKED'""").param("shop", payment.shop())
                .param("carrier", payment.line().carrier()).param("line", payment.line().lineId()).query(Long.class).single();
    }

    void booked(long id, String claimNo, String by, Instant now) {
        jdbc.sql("""
                update claims.receipt set state = 'BOOKED', claim_no = :no, matched_by = :by, matched_at = :now where id = :id and state = 'OPEN'""")
                .param("id", id).param("no", claimNo).param("by", by).param("now", Timestamp.from(now)).update();
    }

    void dismiss(long id, String reason, String by, Instant now) {
        jdbc.sql("""
                update claims.receipt set state = 'DISMISSED', note = :note, matched_by = :by, matched_at = :now where id = :id and state = 'OPEN'""")
                .param("id", id).param("note", reason).param("by", by).param("now", Timestamp.from(now)).update();
    }

    private static Receipt receipt(ResultSet row, int n) throws SQLException {
        Line line = new Line(row.getString("carrier"), row.getString("line_id"), row.getString("reverses"),
                new Money(row.getLong("amount"), row.getString("currency")), row.getString("named"), row.getString("reference"),
                row.getString("waybill"), row.getString("words"), row.getTimestamp("paid_at").toInstant());
        return new Receipt(row.getLong("id"), row.getString("shop_id"), line, row.getString("state"), row.getString("claim_no"),
                row.getString("matched_by"), JdbcClaims.instant(row, "matched_at"), row.getString("note"), row.getTimestamp("taken_at").toInstant());
    }
}
