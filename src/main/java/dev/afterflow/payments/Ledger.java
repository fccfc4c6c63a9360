package dev.afterflow.payments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The money book: two lines a movement that sum to zero, added to and never changed. */
@Repository
class Ledger {

    private static final String REFUNDS = "refunds";

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void paid(Refund refund) {
        pair(refund, "refund", refund.amount().minor());
    }

    void returned(Refund refund) {
        pair(refund, "refund_returned", -refund.amount().minor());
    }

    private void pair(Refund refund, String kind, long amount) {
        line(refund, kind, REFUNDS, amount);
        line(refund, kind, "provider/" + refund.provider(), -amount);
    }

    private void line(Refund refund, String kind, String account, long amount) {
        jdbc.sql("""
                insert into payments.ledger_entry (shop_id, txn_id, account, amount, currency, kind, ref)
                values (:shop, :txn, :account, :amount, :currency, :kind, :ref)""")
            .param("shop", refund.shop()).param("txn", refund.refundNo() + "/" + kind).param("account", account)
            .param("amount", amount).param("currency", refund.amount().currency()).param("kind", kind)
            .param("ref", refund.refundNo()).update();
    }
}
