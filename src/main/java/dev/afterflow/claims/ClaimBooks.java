package dev.afterflow.claims;

import dev.afterflow.claims.ClaimView.Sheet;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The money book of claims, added to and never changed. {@code receivable} is what carriers agreed to and owe, {@code cash} what came in by
 * statement, {@code surplus} (a clearing account that should stand at zero) what came in without being owed, {@code written_off} what two
 * people gave up, {@code recovery} the other side of what was agreed. Each movement is the difference of two states and sums to zero.
 */
@Repository
class ClaimBooks {

    private final JdbcClient jdbc;

    ClaimBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line of the book. */
    record Line(String txn, String account, Money amount, String kind, Instant at) {
    }

    /** Books what changed between two states of a claim; {@code cause} names it once and for all. */
    void moved(ClaimView before, ClaimView after, String kind, String cause) {
        Map<String, Long> from = balances(before.money());
        balances(after.money()).forEach((account, balance) -> {
            long moved = balance - from.get(account);
            if (moved != 0) {
                line(after, after.claimNo() + "/" + kind + "/" + cause, account + "/" + after.carrier(), moved, kind);
            }
        });
    }

    List<Line> of(String claimNo) {
        return jdbc.sql("select * from claims.ledger_entry where claim_no = :no order by seq").param("no", claimNo)
                .query((row, n) -> new Line(row.getString("txn_id"), row.getString("account"), new Money(row.getLong("amount"), row.getString("currency")),
                        row.getString("kind"), row.getTimestamp("at").toInstant())).list();
    }

    private static Map<String, Long> balances(Sheet sheet) {
        long agreed = sheet.agreed().minor();
        long settled = Math.addExact(sheet.received().minor(), sheet.writtenOff().minor());
        Map<String, Long> balances = new LinkedHashMap<>();
        balances.put("receivable", Math.max(0, agreed - settled));
        balances.put("surplus", -Math.max(0, settled - agreed));
        balances.put("cash", sheet.received().minor());
        balances.put("written_off", sheet.writtenOff().minor());
        balances.put("recovery", -agreed);
        return balances;
    }

    private void line(ClaimView claim, String txn, String account, long amount, String kind) {
        jdbc.sql("""
                insert into claims.ledger_entry (shop_id, txn_id, account, amount, currency, kind, claim_no)
                values (:shop, :txn, :account, :amount, :currency, :kind, :no)""").param("shop", claim.shop()).param("txn", txn)
                .param("account", account).param("amount", amount).param("currency", claim.currency()).param("kind", kind)
                .param("no", claim.claimNo()).update();
    }
}
