package dev.afterflow.payments;

import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refunds and the reservation that backs them; every move is a guarded update that touches one row or none. */
@Repository
class JdbcRefunds {

    private final JdbcClient jdbc;

    JdbcRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this number was written before. */
    boolean write(Part part, String request) {
        return jdbc.sql("""
                insert into payments.refund (refund_no, shop_id, case_number, seq, part, generation, order_id, provider,
                  payment_id, amount, currency, request, state, approved_by, approved2_by)
                values (:no, :shop, :case, :seq, :part, :generation, :order, :provider, :payment, :amount, :currency,
                  :request, 'REQUESTED', :approved, :approved2) on conflict (refund_no) do nothing""")
            .param("no", part.refundNo()).param("shop", part.shop()).param("case", part.caseNumber())
            .param("seq", part.seq()).param("part", part.part()).param("generation", part.generation())
            .param("order", part.orderId()).param("provider", part.provider()).param("payment", part.paymentId())
            .param("amount", part.amount().minor()).param("currency", part.amount().currency())
            .param("request", request).param("approved", part.approvedBy()).param("approved2", part.approved2By())
            .update() == 1;
    }

    /**
     * True when the payment covers the amount; the row itself decides, so two at once cannot both win the last cent. What a bank holds or has
     * taken back the buyer has already.
     */
    boolean reserve(Part part) {
        return jdbc.sql("""
                update payments.paid_order set reserved = reserved + :amount
                where shop_id = :shop and provider = :provider and payment_id = :payment and currency = :currency
                  and captured - refunded - reserved - payments.taken_back(shop_id, provider, payment_id, currency) >= :amount""")
            .param("amount", part.amount().minor()).param("currency", part.amount().currency())
            .param("shop", part.shop()).param("provider", part.provider()).param("payment", part.paymentId())
            .update() == 1;
    }

    /** Ends a refund that never left, because its payment does not cover it. */
    void refuse(String refundNo) {
        jdbc.sql("""
                update payments.refund set state = 'REJECTED', settled_at = now(), settled_by = 'reservation', heard = true
                where refund_no = :no and state = 'REQUESTED'""").param("no", refundNo).update();
    }

    /** Ends a refund that the provider gave of itself: it was never sent, and no token waits for it. */
    boolean gave(String refundNo) {
        return jdbc.sql("""
                update payments.refund set state = 'SUCCEEDED', settled_at = now(), settled_by = 'provider', heard = true
                where refund_no = :no and state = 'REQUESTED'""").param("no", refundNo).update() == 1;
    }

    /** Ends such a refund a second time, since its money is back; false for any other. */
    boolean gaveBackItself(String refundNo) {
        return jdbc.sql("update payments.refund set state = 'RETURNED', settled_at = now() where refund_no = :no and state = 'SUCCEEDED' and settled_by = 'provider'")
            .param("no", refundNo).update() == 1;
    }

    void release(Refund refund) {
        one(jdbc.sql("""
                update payments.paid_order set reserved = reserved - :amount
                where shop_id = :shop and provider = :provider and payment_id = :payment"""), refund);
    }

    void giveBack(Refund refund) {
        one(jdbc.sql("""
                update payments.paid_order set reserved = reserved - :amount, refunded = refunded + :amount
                where shop_id = :shop and provider = :provider and payment_id = :payment"""), refund);
    }

    void takeBack(Refund refund) {
        one(jdbc.sql("""
                update payments.paid_order set refunded = refunded - :amount
                where shop_id = :shop and provider = :provider and payment_id = :payment"""), refund);
    }

    /** Commits "about to send" before the first byte leaves; false when the refund may not be sent any more. */
    boolean sending(String refundNo) {
        return jdbc.sql("""
                update payments.refund set state = 'SENT', sends = sends + 1, first_sent = coalesce(first_sent, now()),
                  last_sent = now() where refund_no = :no and state in ('REQUESTED', 'SENT')""")
            .param("no", refundNo).update() == 1;
    }

    /** Makes a move the state machine allows; false when another got there first. */
    boolean move(String refundNo, RefundState to, String providerRefundId, String source) {
        return jdbc.sql("""
                update payments.refund set state = :to, provider_refund_id = coalesce(:id, provider_refund_id),
                  settled_at = case when :settled then now() else settled_at end,
                  settled_by = case when :settled then :source else settled_by end
                where refund_no = :no and state in (:from)""")
            .param("to", to.name()).param("id", providerRefundId).param("settled", to.settled()).param("source", source)
            .param("no", refundNo).param("from", to.from().stream().map(Enum::name).toList()).update() == 1;
    }

    void heard(String refundNo, boolean heard) {
        jdbc.sql("update payments.refund set heard = :heard where refund_no = :no")
            .param("heard", heard).param("no", refundNo).update();
    }

    Optional<Refund> find(String refundNo) {
        return jdbc.sql("select *, now() as as_of from payments.refund where refund_no = :no")
            .param("no", refundNo).query(JdbcRefunds::refund).optional();
    }

    /** Settled refunds whose waiting token was not there, or came later. */
    List<Refund> unheard() {
        return jdbc.sql("""
                select *, now() as as_of from payments.refund
                where not heard and state in ('SUCCEEDED', 'REJECTED', 'CLOSED') and settled_at > now() - interval '1 day'
                order by settled_at limit 500""").query(JdbcRefunds::refund).list();
    }

    /** A page of the refunds on their way for longer than this many minutes, in the order of their numbers. */
    List<Refund> open(int minutes, String after, int most) {
        return jdbc.sql("""
                select *, now() as as_of from payments.refund
                where state in ('REQUESTED', 'SENT', 'PROCESSING', 'ABNORMAL')
                  and created_at < now() - :minutes * interval '1 minute' and refund_no > :after order by refund_no limit :most""")
            .param("minutes", minutes).param("after", after).param("most", most).query(JdbcRefunds::refund).list();
    }

    List<RefundView> of(String caseNumber) {
        return jdbc.sql("""
                select p.*, d.currency, d.approved_by as approved, d.approved2_by as approved2, d.at as decided,
                  coalesce(r.state, 'DECIDED') as state, r.last_sent, r.settled_at
                from payments.part p join payments.decision d using (shop_id, case_number, seq)
                left join payments.refund r using (refund_no)
                where p.case_number = :case order by p.seq, p.part, p.generation""")
            .param("case", caseNumber).query(JdbcRefunds::view).list();
    }

    private static void one(JdbcClient.StatementSpec statement, Refund refund) {
        int rows = statement.param("amount", refund.amount().minor()).param("shop", refund.shop())
            .param("provider", refund.provider()).param("payment", refund.paymentId()).update();
        if (rows != 1) {
            throw new IllegalStateException("The payment of " + refund.refundNo() + " is missing");
        }
    }

    private static RefundView view(ResultSet row, int n) throws SQLException {
        return new RefundView(row.getString("refund_no"), row.getInt("seq"), row.getInt("part"),
            new Money(row.getLong("amount"), row.getString("currency")), row.getString("state"),
            row.getString("provider"), row.getString("approved"), row.getString("approved2"),
            instant(row, "decided"), instant(row, "last_sent"), instant(row, "settled_at"));
    }

    static Refund refund(ResultSet row, int n) throws SQLException {
        return new Refund(row.getString("refund_no"), row.getString("shop_id"), row.getString("case_number"),
            row.getInt("seq"), row.getInt("part"), row.getString("order_id"), row.getString("provider"),
            row.getString("payment_id"), new Money(row.getLong("amount"), row.getString("currency")),
            row.getString("request"), RefundState.valueOf(row.getString("state")), row.getInt("sends"),
            instant(row, "first_sent"), instant(row, "last_sent"), instant(row, "settled_at"),
            row.getString("settled_by"), instant(row, "as_of"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
