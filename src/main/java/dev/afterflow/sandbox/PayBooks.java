package dev.afterflow.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The played provider's refunds and the log of money it really moved. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class PayBooks {

    private final JdbcClient jdbc;

    PayBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A refund as a merchant asked for it. */
    record Wanted(String merchant, String refundNo, String paymentNo, long amount, String currency, String reason,
            String notifyUrl) {
    }

    /** A refund as the provider keeps it. */
    record Kept(String refundId, Wanted wanted, String status, String becomes) {

        boolean seen() {
            return !status.equals("UNSEEN");
        }
    }

    /** One line of the day's statement. */
    record Moved(long id, String at, String paymentNo, String refundNo, String refundId, long amount, String currency) {
    }

    Kept open(Wanted wanted, String status, String becomes, int dueSeconds) {
        String id = "SBX" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("""
                insert into sandbox.refund (refund_id, merchant, refund_no, payment_no, amount, currency, reason,
                  notify_url, status, becomes, due_at)
                values (:id, :merchant, :no, :payment, :amount, :currency, :reason, :url, :status, :becomes,
                  case when :becomes::text is null then null else now() + :due * interval '1 second' end)""")
            .param("id", id).param("merchant", wanted.merchant()).param("no", wanted.refundNo())
            .param("payment", wanted.paymentNo()).param("amount", wanted.amount()).param("currency", wanted.currency())
            .param("reason", wanted.reason()).param("url", wanted.notifyUrl()).param("status", status)
            .param("becomes", becomes).param("due", dueSeconds).update();
        return new Kept(id, wanted, status, becomes);
    }

    /** Ends a refund; a success moves the money in the same transaction. */
    Kept end(Kept kept, String status) {
        jdbc.sql("update sandbox.refund set status = :status, becomes = null, due_at = null, ended_at = now() where refund_id = :id")
            .param("status", status).param("id", kept.refundId()).update();
        if (status.equals("SUCCESS")) {
            move(kept);
        }
        return new Kept(kept.refundId(), kept.wanted(), status, null);
    }

    private void move(Kept kept) {
        Wanted wanted = kept.wanted();
        jdbc.sql("""
                insert into sandbox.money_log (merchant, payment_no, refund_no, refund_id, amount, currency)
                values (:merchant, :payment, :no, :id, :amount, :currency)""")
            .param("merchant", wanted.merchant()).param("payment", wanted.paymentNo()).param("no", wanted.refundNo())
            .param("id", kept.refundId()).param("amount", wanted.amount()).param("currency", wanted.currency()).update();
    }

    /** The first refund under this number. */
    Optional<Kept> find(String merchant, String refundNo) {
        return jdbc.sql("""
                select * from sandbox.refund where merchant = :merchant and refund_no = :no order by created_at limit 1""")
            .param("merchant", merchant).param("no", refundNo).query(PayBooks::kept).optional();
    }

    /** The same, whoever's it is. */
    Optional<Kept> find(String refundNo) {
        return jdbc.sql("select * from sandbox.refund where refund_no = :no order by created_at limit 1").param("no", refundNo).query(PayBooks::kept).optional();
    }

    List<Kept> due() {
        return jdbc.sql("""
                select * from sandbox.refund where due_at <= now() order by due_at limit 50 for update skip locked""")
            .query(PayBooks::kept).list();
    }

    /** Those under one number. */
    List<Kept> due(String merchant, String refundNo) {
        return jdbc.sql("""
                select * from sandbox.refund where merchant = :merchant and refund_no = :no and due_at <= now() order by due_at for update""")
            .param("merchant", merchant).param("no", refundNo).query(PayBooks::kept).list();
    }

    /** What moved on this day, which begins at midnight in Shanghai. */
    List<Moved> moved(String merchant, LocalDate day) {
        return jdbc.sql("""
                select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, payment_no, refund_no,
                  refund_id, amount, currency
                from sandbox.money_log where merchant = :merchant
                  and at >= :day::date::timestamp at time zone 'Asia/Shanghai'
                  and at < (:day::date + 1)::timestamp at time zone 'Asia/Shanghai'
                order by id""")
            .param("merchant", merchant).param("day", day.toString()).query(Moved.class).list();
    }

    /** The latest money moved, whoever's it was. */
    List<Moved> latest() {
        return jdbc.sql("""
                select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, payment_no, refund_no,
                  refund_id, amount, currency
                from sandbox.money_log order by id desc limit 50""").query(Moved.class).list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(row.getString("refund_id"), new Wanted(row.getString("merchant"), row.getString("refund_no"),
            row.getString("payment_no"), row.getLong("amount"), row.getString("currency"), row.getString("reason"),
            row.getString("notify_url")), row.getString("status"), row.getString("becomes"));
    }
}
