package dev.afterflow.payments;

import dev.afterflow.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions, their parts and what is left of each payment. */
@Repository
class JdbcDecisions {

    private final JdbcClient jdbc;

    JdbcDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what was captured; a later figure from the order counts as long as it covers what is promised. */
    void know(String shop, String orderId, PaidPart payment) {
        jdbc.sql("""
                insert into payments.paid_order as p (shop_id, provider, payment_id, order_id, currency, captured)
                values (:shop, :provider, :payment, :order, :currency, :captured)
                on conflict (shop_id, provider, payment_id) do update set captured = excluded.captured
                where excluded.captured >= p.reserved + p.refunded and excluded.captured <> p.captured""")
            .param("shop", shop).param("provider", payment.provider()).param("payment", payment.paymentId())
            .param("order", orderId).param("currency", payment.captured().currency())
            .param("captured", payment.captured().minor()).update();
    }

    /** What of a payment is neither given back, taken back by a bank, reserved nor decided; locks the payment until the transaction ends. */
    long available(String shop, PaidPart payment) {
        return jdbc.sql("""
                select p.captured - p.refunded - p.reserved - payments.taken_back(p.shop_id, p.provider, p.payment_id, p.currency) - coalesce((
                    select sum(d.amount) from payments.part d
                    where d.shop_id = p.shop_id and d.provider = p.provider and d.payment_id = p.payment_id
                      and not exists (select 1 from payments.refund r where r.refund_no = d.refund_no)), 0)
                from payments.paid_order p
                where p.shop_id = :shop and p.provider = :provider and p.payment_id = :payment for update of p""")
            .param("shop", shop).param("provider", payment.provider()).param("payment", payment.paymentId())
            .query(Long.class).single();
    }

    /** What was captured of a payment. */
    Money captured(String shop, String provider, String paymentId) {
        return jdbc.sql("select captured, currency from payments.paid_order where shop_id = :shop and provider = :provider and payment_id = :payment")
            .param("shop", shop).param("provider", provider).param("payment", paymentId)
            .query((row, n) -> new Money(row.getLong("captured"), row.getString("currency"))).single();
    }

    /** What of an order's payments is given back or reserved. */
    long givenBack(String shop, String orderId) {
        return jdbc.sql("""
                select coalesce(sum(refunded + reserved), 0) from payments.paid_order
                where shop_id = :shop and order_id = :order""")
            .param("shop", shop).param("order", orderId).query(Long.class).single();
    }

    /** What banks hold or have taken back of an order's payments, as far as refunds of them were ever decided. */
    long takenBack(String shop, String orderId) {
        return jdbc.sql("""
                select coalesce(sum(payments.taken_back(shop_id, provider, payment_id, currency)), 0) from payments.paid_order
                where shop_id = :shop and order_id = :order""")
            .param("shop", shop).param("order", orderId).query(Long.class).single();
    }

    /** False when this decision was written before. */
    boolean write(RefundDecision decision, int parts) {
        return jdbc.sql("""
                insert into payments.decision (shop_id, case_number, seq, order_id, amount, currency, reason,
                  requested_by, approved_by, approved2_by, parts)
                values (:shop, :case, :seq, :order, :amount, :currency, :reason, :requested, :approved, :approved2, :parts)
                on conflict do nothing""")
            .param("shop", decision.shop()).param("case", decision.caseNumber()).param("seq", decision.seq())
            .param("order", decision.orderId()).param("amount", decision.amount().minor())
            .param("currency", decision.amount().currency()).param("reason", decision.reason())
            .param("requested", decision.requestedBy()).param("approved", decision.approvedBy())
            .param("approved2", decision.approved2By()).param("parts", parts).update() == 1;
    }

    void write(RefundDecision decision, int part, PaidPart payment, long amount) {
        String number = RefundNumber.of(decision.shop(), payment, decision.caseNumber(), decision.seq(), 0);
        write(decision.shop(), decision.caseNumber(), decision.seq(), part, 0, number, payment, amount, decision.approvedBy());
    }

    /** Gives the part its next number; two at once cannot both do it. */
    String renew(Part part, String decidedBy) {
        PaidPart payment = new PaidPart(part.provider(), part.paymentId(), null);
        int generation = part.generation() + 1;
        String next = RefundNumber.of(part.shop(), payment, part.caseNumber(), part.seq(), generation);
        write(part.shop(), part.caseNumber(), part.seq(), part.part(), generation, next, payment, part.amount().minor(), decidedBy);
        return next;
    }

    private void write(String shop, String caseNumber, int seq, int part, int generation, String number, PaidPart payment,
            long amount, String decidedBy) {
        jdbc.sql("""
                insert into payments.part (shop_id, case_number, seq, part, generation, refund_no, provider, payment_id, amount, decided_by)
                values (:shop, :case, :seq, :part, :generation, :no, :provider, :payment, :amount, :by)""")
            .param("shop", shop).param("case", caseNumber).param("seq", seq).param("part", part)
            .param("generation", generation).param("no", number).param("provider", payment.provider())
            .param("payment", payment.paymentId()).param("amount", amount).param("by", decidedBy).update();
    }

    Optional<Money> decided(String shop, String caseNumber, int seq) {
        return jdbc.sql("""
                select amount, currency from payments.decision
                where shop_id = :shop and case_number = :case and seq = :seq""")
            .param("shop", shop).param("case", caseNumber).param("seq", seq)
            .query((row, n) -> new Money(row.getLong("amount"), row.getString("currency"))).optional();
    }

    int latest(String caseNumber) {
        return jdbc.sql("select coalesce(max(seq), 0) from payments.decision where case_number = :case")
            .param("case", caseNumber).query(Integer.class).single();
    }

    /** The parts of a decision in order, each in its newest generation. */
    List<Part> parts(String caseNumber, int seq) {
        return jdbc.sql("""
                select distinct on (p.part) p.*, d.order_id, d.currency, d.reason, d.approved_by, d.approved2_by
                from payments.part p join payments.decision d using (shop_id, case_number, seq)
                where p.case_number = :case and p.seq = :seq order by p.part, p.generation desc""")
            .param("case", caseNumber).param("seq", seq).query(JdbcDecisions::part).list();
    }

    private static Part part(ResultSet row, int n) throws SQLException {
        return new Part(row.getString("shop_id"), row.getString("case_number"), row.getInt("seq"), row.getInt("part"),
            row.getInt("generation"), row.getString("refund_no"), row.getString("order_id"), row.getString("provider"),
            row.getString("payment_id"), new Money(row.getLong("amount"), row.getString("currency")),
            row.getString("reason"), row.getString("approved_by"), row.getString("approved2_by"));
    }
}
