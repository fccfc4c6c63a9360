package dev.afterflow.payments;

import dev.afterflow.money.Money;
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

    /** Moves a statement's difference between the provider's account (null) and the account that holds it. */
    void held(Mismatches.Item item, int move, String from, String to, long amount) {
        held(item, move, from, -amount);
        held(item, move, to, amount);
    }

    private void held(Mismatches.Item item, int move, String holder, long amount) {
        String kind = "mismatch/" + move;
        line(item.shop(), "M" + item.id() + "/" + kind, (holder == null ? "provider" : holder) + "/" + item.provider(), amount,
            item.difference().currency(), kind, "M" + item.id());
    }

    /** Moves an amount from one account to another; below zero the other way, nothing for zero. */
    void moved(String shop, String ref, String kind, String from, String to, Money amount) {
        if (!amount.isZero()) {
            line(shop, ref + "/" + kind, from, -amount.minor(), amount.currency(), kind, ref);
            line(shop, ref + "/" + kind, to, amount.minor(), amount.currency(), kind, ref);
        }
    }

    /** As {@link #moved}, unless it was booked before. */
    void movedOnce(String shop, String ref, String kind, String from, String to, Money amount) {
        boolean booked = jdbc.sql("select exists (select 1 from payments.ledger_entry where ref = :ref and kind = :kind)")
            .param("ref", ref).param("kind", kind).query(Boolean.class).single();
        if (!booked) {
            moved(shop, ref, kind, from, to, amount);
        }
    }

    private void pair(Refund refund, String kind, long amount) {
        line(refund, kind, REFUNDS, amount);
        line(refund, kind, "provider/" + refund.provider(), -amount);
    }

    private void line(Refund refund, String kind, String account, long amount) {
        line(refund.shop(), refund.refundNo() + "/" + kind, account, amount, refund.amount().currency(), kind, refund.refundNo());
    }

    private void line(String shop, String txn, String account, long amount, String currency, String kind, String ref) {
        jdbc.sql("""
                insert into payments.ledger_entry (shop_id, txn_id, account, amount, currency, kind, ref)
                values (:shop, :txn, :account, :amount, :currency, :kind, :ref)""")
            .param("shop", shop).param("txn", txn).param("account", account).param("amount", amount)
            .param("currency", currency).param("kind", kind).param("ref", ref).update();
    }
}
