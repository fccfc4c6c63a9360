package dev.afterflow.disputes;

import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The money book of disputes but for those a card provider tells itself, added to and never changed. {@code withheld} is what the other side holds, {@code provider} where it was
 * taken from, {@code lost} what it gave away, {@code fee} what the dispute cost. Each movement is the difference of two states and sums to zero.
 */
@Repository
class DisputeBooks {

    private final JdbcClient jdbc;
    private final JdbcDisputes store;

    DisputeBooks(JdbcClient jdbc, JdbcDisputes store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** One line of the book. */
    record Line(String txn, String account, Money amount, String kind, Instant at) {
    }

    /** Keeps the new amounts and books what changed; {@code cause} names it once and for all. */
    void move(Dispute before, Dispute.Sheet after, String kind, String cause) {
        Map<String, Long> from = balances(before.money());
        Map<String, Long> to = balances(after);
        if (from.equals(to)) {
            return;
        }
        store.money(before.caseNumber(), after);
        to.forEach((account, balance) -> {
            long moved = balance - from.get(account);
            if (moved != 0) {
                line(before, before.caseNumber() + "/" + kind + "/" + cause, account + "/" + before.platform(), moved, kind);
            }
        });
    }

    List<Line> of(String caseNumber) {
        return jdbc.sql("select * from disputes.ledger_entry where case_number = :case order by seq").param("case", caseNumber)
                .query((row, n) -> new Line(row.getString("txn_id"), row.getString("account"), new Money(row.getLong("amount"), row.getString("currency")),
                        row.getString("kind"), row.getTimestamp("at").toInstant())).list();
    }

    private static Map<String, Long> balances(Dispute.Sheet sheet) {
        long withheld = sheet.withheld().minor();
        long returned = sheet.returned().minor();
        long lost = sheet.lost().minor();
        Map<String, Long> balances = new LinkedHashMap<>();
        balances.put("withheld", withheld - returned - lost);
        balances.put("provider", returned - withheld - sheet.fee().minor());
        balances.put("lost", lost);
        balances.put("fee", sheet.fee().minor());
        return balances;
    }

    private void line(Dispute of, String txn, String account, long amount, String kind) {
        jdbc.sql("""
                insert into disputes.ledger_entry (shop_id, txn_id, account, amount, currency, kind, case_number)
                values (:shop, :txn, :account, :amount, :currency, :kind, :case)""").param("shop", of.shop()).param("txn", txn)
                .param("account", account).param("amount", amount).param("currency", of.currency()).param("kind", kind)
                .param("case", of.caseNumber()).update();
    }
}
