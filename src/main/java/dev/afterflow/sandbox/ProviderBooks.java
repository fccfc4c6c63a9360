package dev.afterflow.sandbox;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the sandbox page shows of the played Alipay, WeChat Pay and Stripe: the latest refunds, payments and disputes. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ProviderBooks {

    private final JdbcClient jdbc;
    private final AlipayHouse alipay;
    private final WechatHouse wechat;

    ProviderBooks(JdbcClient jdbc, AlipayHouse alipay, WechatHouse wechat) {
        this.jdbc = jdbc;
        this.alipay = alipay;
        this.wechat = wechat;
    }

    record Refund(String provider, String refundNo, String paymentNo, long amount, String currency, String status, Instant at) {
    }

    /** A card payment that a bank may take back. */
    record Payment(String payment, long amount, String currency, Instant at) {
    }

    record Dispute(String id, String payment, long amount, String currency, String reason, String status, Instant dueBy, int submissions) {
    }

    List<Refund> refunds() {
        return jdbc.sql("""
                select case merchant when :alipay then 'alipay' when :wechat then 'wechat' else 'stripe' end as provider, refund_no, payment_no, amount,
                  currency, status, created_at from sandbox.refund where merchant in (:alipay, :wechat, :stripe) order by created_at desc limit 30""")
            .param("alipay", alipay.open() ? alipay.seller() : "").param("wechat", wechat.merchant()).param("stripe", StripeHouse.MERCHANT)
            .query((row, n) -> new Refund(row.getString("provider"), row.getString("refund_no"), row.getString("payment_no"), row.getLong("amount"),
                row.getString("currency"), row.getString("status"), row.getTimestamp("created_at").toInstant())).list();
    }

    List<Payment> payments() {
        return jdbc.sql("""
                select trade_no, total, currency, paid_at from sandbox.trade t where house = 'stripe' and not exists (
                  select 1 from sandbox.stripe_dispute d where d.payment_no = t.trade_no) order by paid_at desc, trade_no desc limit 20""")
            .query((row, n) -> new Payment(row.getString("trade_no"), row.getLong("total"), row.getString("currency"), row.getTimestamp("paid_at").toInstant())).list();
    }

    List<Dispute> disputes() {
        return jdbc.sql("""
                select id, payment_no, amount, currency, reason, status, due_by, submissions from sandbox.stripe_dispute
                order by created_at desc, id desc limit 20""")
            .query((row, n) -> new Dispute(row.getString("id"), row.getString("payment_no"), row.getLong("amount"), row.getString("currency"), row.getString("reason"),
                row.getString("status"), row.getTimestamp("due_by") == null ? null : row.getTimestamp("due_by").toInstant(), row.getInt("submissions"))).list();
    }
}
