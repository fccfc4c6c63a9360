package dev.afterflow.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the played Stripe remembers beside refunds: what it said under a key, whom it tells, papers and disputes. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class StripeBooks {

    private static final Set<String> TAKEN = Set.of("needs_response", "under_review", "lost");

    private final JdbcClient jdbc;

    StripeBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said under a key, and to which words. */
    record Said(String form, int status, String body) {
    }

    record Hook(String id, String url, String secret, boolean enabled) {
    }

    /** A refund with the money it really moved. */
    record Line(long id, long at, String refundNo) {
    }

    record Dispute(String id, String paymentNo, String charge, long amount, String currency, String reason, String bankReason, String status, Long dueBy,
                   int submissions, String evidence, long createdAt) {
    }

    record Balance(long id, long amount, long fee, String currency, long at) {
    }

    Optional<Said> said(String key) {
        return jdbc.sql("select form, status, body from sandbox.stripe_said where key = :key").param("key", key).query(Said.class).optional();
    }

    void say(String key, Said said) {
        jdbc.sql("insert into sandbox.stripe_said (key, form, status, body) values (:key, :form, :status, :body) on conflict do nothing")
            .param("key", key).param("form", said.form()).param("status", said.status()).param("body", said.body()).update();
    }

    List<Hook> hooks() {
        return jdbc.sql("select id, url, secret, enabled from sandbox.stripe_hook order by at desc, id").query(Hook.class).list();
    }

    Hook hook(String url) {
        String id = "we_" + name();
        jdbc.sql("insert into sandbox.stripe_hook (id, url, secret) values (:id, :url, :secret)").param("id", id).param("url", url)
            .param("secret", "whsec_" + name() + name()).update();
        return hooks().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    Optional<Hook> enable(String id, boolean enabled) {
        jdbc.sql("update sandbox.stripe_hook set enabled = :enabled where id = :id").param("enabled", enabled).param("id", id).update();
        return hooks().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    boolean forget(String id) {
        return jdbc.sql("delete from sandbox.stripe_hook where id = :id").param("id", id).update() == 1;
    }

    String file(byte[] bytes) {
        String id = "file_" + name();
        jdbc.sql("insert into sandbox.stripe_file (id, bytes) values (:id, :bytes)").param("id", id).param("bytes", bytes).update();
        return id;
    }

    boolean hasFile(String id) {
        return jdbc.sql("select exists (select 1 from sandbox.stripe_file where id = :id)").param("id", id).query(Boolean.class).single();
    }

    /** Refunds of a payment, the newest first, that can be seen. */
    List<PayBooks.Kept> refunds(String paymentNo) {
        return jdbc.sql("""
                select refund_id, merchant, refund_no, payment_no, amount, currency, reason, notify_url, status, becomes from sandbox.refund
                where merchant = :merchant and payment_no = :payment and status <> 'UNSEEN' order by created_at desc, refund_id desc""")
            .param("merchant", StripeHouse.MERCHANT).param("payment", paymentNo).query((row, n) -> new PayBooks.Kept(row.getString("refund_id"),
                new PayBooks.Wanted(row.getString("merchant"), row.getString("refund_no"), row.getString("payment_no"), row.getLong("amount"),
                    row.getString("currency"), row.getString("reason"), row.getString("notify_url")), row.getString("status"), row.getString("becomes"))).list();
    }

    /** What moved between two instants, the newest first. */
    List<Line> moved(long from, long until) {
        return jdbc.sql("""
                select id, extract(epoch from at)::bigint as at, refund_no from sandbox.money_log
                where merchant = :merchant and at >= :from and at < :until order by id desc""")
            .param("merchant", StripeHouse.MERCHANT).param("from", Instant.ofEpochSecond(from).atOffset(ZoneOffset.UTC))
            .param("until", Instant.ofEpochSecond(until).atOffset(ZoneOffset.UTC)).query(Line.class).list();
    }

    boolean hasMoved(String refundId) {
        return jdbc.sql("select exists (select 1 from sandbox.money_log where refund_id = :id)").param("id", refundId).query(Boolean.class).single();
    }

    /** A refund that had been paid comes back from the buyer's bank. */
    Optional<PayBooks.Kept> cameBack(String refundNo) {
        jdbc.sql("update sandbox.refund set status = 'CLOSED' where merchant = :merchant and refund_no = :no and status = 'SUCCESS'")
            .param("merchant", StripeHouse.MERCHANT).param("no", refundNo).update();
        return jdbc.sql("select payment_no from sandbox.refund where merchant = :merchant and refund_no = :no and status = 'CLOSED'")
            .param("merchant", StripeHouse.MERCHANT).param("no", refundNo).query(String.class).optional()
            .flatMap(payment -> refunds(payment).stream().filter(kept -> kept.wanted().refundNo().equals(refundNo)).findFirst());
    }

    Dispute open(Dispute made) {
        jdbc.sql("""
                insert into sandbox.stripe_dispute (id, payment_no, charge, amount, currency, reason, bank_reason, status, due_by)
                values (:id, :payment, :charge, :amount, :currency, :reason, :bank, :status, to_timestamp(:due))""")
            .param("id", made.id()).param("payment", made.paymentNo()).param("charge", made.charge()).param("amount", made.amount())
            .param("currency", made.currency()).param("reason", made.reason()).param("bank", made.bankReason()).param("status", made.status())
            .param("due", made.dueBy()).update();
        return dispute(made.id()).orElseThrow();
    }

    void change(String id, String status, String evidence, int submissions) {
        jdbc.sql("""
                update sandbox.stripe_dispute set status = :status, evidence = :evidence::jsonb, submissions = :submissions,
                  due_by = case when :status in ('needs_response', 'warning_needs_response') then due_by end where id = :id""")
            .param("id", id).param("status", status).param("evidence", evidence).param("submissions", submissions).update();
    }

    void balance(String disputeId, long amount, long fee, String currency) {
        jdbc.sql("insert into sandbox.stripe_balance (dispute_id, amount, fee, currency) values (:id, :amount, :fee, :currency)")
            .param("id", disputeId).param("amount", amount).param("fee", fee).param("currency", currency).update();
    }

    List<Balance> balance(String disputeId) {
        return jdbc.sql("select id, amount, fee, currency, extract(epoch from at)::bigint as at from sandbox.stripe_balance where dispute_id = :id order by id")
            .param("id", disputeId).query(Balance.class).list();
    }

    Optional<Dispute> dispute(String id) {
        return disputes("where id = :name", id).stream().findFirst();
    }

    /** Whether a bank holds or has taken back this payment. */
    boolean isDisputed(String paymentNo) {
        return disputes("where payment_no = :name", paymentNo).stream().anyMatch(each -> TAKEN.contains(each.status()));
    }

    List<Dispute> overdue() {
        return disputes("where due_by < now() and :name <> ''", "due");
    }

    List<Dispute> since(long from) {
        return disputes("where created_at >= to_timestamp(:name::bigint) order by created_at desc, id desc", String.valueOf(from));
    }

    private List<Dispute> disputes(String which, String name) {
        return jdbc.sql("""
                select id, payment_no, charge, amount, currency, reason, bank_reason, status, extract(epoch from due_by)::bigint as due_by, submissions,
                  evidence::text as evidence, extract(epoch from created_at)::bigint as created_at from sandbox.stripe_dispute\s""" + which)
            .param("name", name).query(Dispute.class).list();
    }

    static String name() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
