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

    /** {@code outcome} is what a clerk meant by it; null for what the seller wrote. */
    record Reply(int n, boolean ours, String content, String outcome, Long minor, Instant at) {
    }

    /** {@code reverses} is the transfer of the same claim that is taken back. */
    record Payment(String reference, long claimNo, String com, int n, Integer reverses, long amountMinor, String currency, Instant paidAt) {
    }

    long create(Order order, List<String> files) {
        return sql.sql("""
                insert into sandbox.work_order (waybill, com, second_type, value_minor, content, reference, attachments, files, callback, msg_callback)
                values (:waybill, :com, :type, :value, :content, :reference, :attachments, :files, :callback, :msg) returning id""")
            .param("files", files.toArray(String[]::new))
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

    /** All that came under these numbers of the seller's, in the order they came. */
    List<Order> under(List<String> references) {
        return sql.sql("select * from sandbox.work_order where reference = any (:references::text[]) order by id")
            .param("references", references.toArray(String[]::new)).query(Order.class).list();
    }

    void upload(String uri, String name, long size, String sha256) {
        sql.sql("insert into sandbox.work_order_file (uri, name, size, sha256) values (:uri, :name, :size, :sha256)")
            .param("uri", uri).param("name", name).param("size", size).param("sha256", sha256).update();
    }

    boolean uploaded(List<String> uris) {
        return sql.sql("select count(distinct uri) from sandbox.work_order_file where uri = any (:uris::text[])").param("uris", uris.toArray(String[]::new))
            .query(Integer.class).single() == uris.stream().distinct().count();
    }

    void say(long id, boolean ours, String content) {
        say(id, ours, content, null, null);
    }

    void say(long id, boolean ours, String content, String outcome, Long minor) {
        sql.sql("insert into sandbox.work_order_reply (order_id, ours, content, outcome, minor) values (:id, :ours, :content, :outcome, :minor)")
            .param("id", id).param("ours", ours).param("content", content).param("outcome", outcome).param("minor", minor).update();
    }

    List<Reply> replies(long id) {
        return sql.sql("select n, ours, content, outcome, minor, at from sandbox.work_order_reply where order_id = :id order by n").param("id", id).query(Reply.class).list();
    }

    /** What the carrier decided. */
    void decide(Order order, String outcome, Long paid) {
        sql.sql("update sandbox.work_order set outcome = :outcome, paid_minor = :paid, answered_at = now() where id = :id")
            .param("outcome", outcome).param("paid", paid).param("id", order.id()).update();
    }

    /** Transfers money, or takes a transfer back; the same transfer once. */
    void pay(Order order, int n, Integer reverses, long minor) {
        sql.sql("""
                insert into sandbox.carrier_payment (claim_no, n, reverses, reference, com, amount_minor, currency)
                values (:id, :n, :reverses, :reference, :com, :minor, 'CNY') on conflict (claim_no, n) do nothing""")
            .param("id", order.id()).param("n", n).param("reverses", reverses).param("reference", order.reference()).param("com", order.com()).param("minor", minor).update();
    }

    List<Payment> payments(String com) {
        return sql.sql("""
                select reference, claim_no, com, n, reverses, amount_minor, currency, paid_at from sandbox.carrier_payment
                where :com::text is null or com = :com order by claim_no, n""").param("com", com).query(Payment.class).list();
    }

    List<Payment> payments(List<String> references) {
        return sql.sql("""
                select reference, claim_no, com, n, reverses, amount_minor, currency, paid_at from sandbox.carrier_payment
                where reference = any (:references::text[]) order by claim_no, n""").param("references", references.toArray(String[]::new)).query(Payment.class).list();
    }
}
