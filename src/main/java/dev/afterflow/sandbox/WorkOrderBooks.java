package dev.afterflow.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Work orders as the played carriers keep them, and what they paid in the end. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class WorkOrderBooks {

    private final JdbcClient sql;

    WorkOrderBooks(JdbcClient sql) {
        this.sql = sql;
    }

    record Order(long id, String waybill, String com, int secondType, Long valueMinor, String content, String reference, int attachments, String callback,
                 String msgCallback, String outcome, Long paidMinor) {
    }

    record Reply(boolean ours, String content) {
    }

    record Payment(String reference, long claimNo, String com, long amountMinor, String currency, Instant paidAt) {
    }

    long create(Order order) {
        return sql.sql("""
                insert into sandbox.work_order (waybill, com, second_type, value_minor, content, reference, attachments, callback, msg_callback)
                values (:waybill, :com, :type, :value, :content, :reference, :attachments, :callback, :msg) returning id""")
            .param("waybill", order.waybill()).param("com", order.com()).param("type", order.secondType()).param("value", order.valueMinor())
            .param("content", order.content()).param("reference", order.reference()).param("attachments", order.attachments())
            .param("callback", order.callback()).param("msg", order.msgCallback()).query(Long.class).single();
    }

    Optional<Order> find(long id) {
        return sql.sql("select * from sandbox.work_order where id = :id").param("id", id).query(Order.class).optional();
    }

    List<Order> recent() {
        return sql.sql("select * from sandbox.work_order order by id desc limit 30").query(Order.class).list();
    }

    List<Order> open() {
        return sql.sql("select * from sandbox.work_order where outcome is null order by id limit 500").query(Order.class).list();
    }

    void say(long id, boolean ours, String content) {
        sql.sql("insert into sandbox.work_order_reply (order_id, ours, content) values (:id, :ours, :content)")
            .param("id", id).param("ours", ours).param("content", content).update();
    }

    List<Reply> replies(long id) {
        return sql.sql("select ours, content from sandbox.work_order_reply where order_id = :id order by n").param("id", id).query(Reply.class).list();
    }

    /** What the carrier decided; what it gives is transferred at once. */
    void decide(Order order, String outcome, Long paid) {
        sql.sql("update sandbox.work_order set outcome = :outcome, paid_minor = :paid, answered_at = now() where id = :id")
            .param("outcome", outcome).param("paid", paid).param("id", order.id()).update();
        if (paid != null && paid > 0) {
            sql.sql("""
                    insert into sandbox.carrier_payment (claim_no, reference, com, amount_minor, currency) values (:id, :reference, :com, :paid, 'CNY')
                    on conflict (claim_no) do nothing""")
                .param("id", order.id()).param("reference", order.reference()).param("com", order.com()).param("paid", paid).update();
        }
    }

    List<Payment> payments(String com) {
        return sql.sql("""
                select reference, claim_no, com, amount_minor, currency, paid_at from sandbox.carrier_payment
                where :com::text is null or com = :com order by claim_no""").param("com", com).query(Payment.class).list();
    }
}
