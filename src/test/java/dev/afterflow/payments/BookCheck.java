package dev.afterflow.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Compares a shop's books with the played bank's own log to the smallest unit. Reads whole tables with plain JDBC and counts
 * in Java; shares no line with the code that wrote them.
 */
final class BookCheck {

    private final Connection connection;
    private final String shop;
    private final List<String> breaches = new ArrayList<>();

    BookCheck(Connection connection, String shop) {
        this.connection = connection;
        this.shop = shop;
    }

    private record Booked(String state, String provider, String payment, long amount, String currency) {
    }

    /** Every disagreement in words; empty when the books are right. */
    List<String> breaches() throws SQLException {
        Map<String, Booked> refunds = refunds();
        Map<String, Long> moved = log(refunds);
        compareRefunds(refunds, moved);
        compareLedger(refunds, moved);
        comparePayments(refunds, moved);
        return breaches;
    }

    /** What the bank moved, by currency. */
    TreeMap<String, Long> movedByCurrency() throws SQLException {
        TreeMap<String, Long> sums = new TreeMap<>();
        Map<String, Booked> refunds = refunds();
        log(refunds).forEach((number, amount) -> sums.merge(refunds.get(number).currency(), amount, Long::sum));
        return sums;
    }

    private Map<String, Booked> refunds() throws SQLException {
        Map<String, Booked> found = new HashMap<>();
        rows("select refund_no, state, provider, payment_id, amount, currency from payments.refund where shop_id = ?", row ->
            found.put(row.getString(1), new Booked(row.getString(2), row.getString(3), row.getString(4), row.getLong(5), row.getString(6))));
        return found;
    }

    private Map<String, Long> log(Map<String, Booked> refunds) throws SQLException {
        Map<String, Long> moved = new HashMap<>();
        rows("""
            select l.refund_no, l.payment_no, l.amount, l.currency from sandbox.money_log l
            where l.refund_no in (select refund_no from payments.refund where shop_id = ?)""", row -> {
            Booked ours = refunds.get(row.getString(1));
            if (moved.put(row.getString(1), row.getLong(3)) != null) {
                breaches.add("moved twice: " + row.getString(1));
            }
            if (!ours.payment().equals(row.getString(2)) || !ours.currency().equals(row.getString(4)) || ours.amount() != row.getLong(3)) {
                breaches.add("moved otherwise than decided: " + row.getString(1));
            }
        });
        rows("select refund_no from sandbox.money_log where merchant = ?", row -> {
            if (!refunds.containsKey(row.getString(1))) {
                breaches.add("moved and never decided: " + row.getString(1));
            }
        });
        return moved;
    }

    private void compareRefunds(Map<String, Booked> refunds, Map<String, Long> moved) {
        refunds.forEach((number, refund) -> {
            if (refund.state().equals("SUCCEEDED") != moved.containsKey(number)) {
                breaches.add(refund.state() + " here, " + (moved.containsKey(number) ? "moved" : "not moved") + " there: " + number);
            }
        });
    }

    private void compareLedger(Map<String, Booked> refunds, Map<String, Long> moved) throws SQLException {
        Map<String, Long> byCurrency = new TreeMap<>();
        Map<String, Long> given = new TreeMap<>();
        Map<String, Long> refunded = new TreeMap<>();
        rows("select account, amount, currency, ref from payments.ledger_entry where shop_id = ?", row -> {
            byCurrency.merge(row.getString(3), row.getLong(2), Math::addExact);
            (row.getString(1).equals("refunds") ? refunded : given).merge(row.getString(4) + " " + row.getString(3), row.getLong(2), Math::addExact);
        });
        byCurrency.forEach((currency, sum) -> {
            if (sum != 0) {
                breaches.add("the ledger does not sum to zero in " + currency + ": " + sum);
            }
        });
        Map<String, Long> right = new TreeMap<>();
        moved.forEach((number, amount) -> right.put(number + " " + refunds.get(number).currency(), amount));
        if (!refunded.equals(right)) {
            breaches.add("what was refunded is not what the bank moved: " + firstDifference(refunded, right));
        }
        right.replaceAll((number, amount) -> -amount);
        if (!given.equals(right)) {
            breaches.add("the providers' accounts are not the bank's log: " + firstDifference(given, right));
        }
    }

    private void comparePayments(Map<String, Booked> refunds, Map<String, Long> moved) throws SQLException {
        Map<String, Long> paid = new HashMap<>();
        Map<String, Long> promised = new HashMap<>();
        refunds.forEach((number, refund) -> {
            String payment = refund.provider() + " " + refund.payment();
            paid.merge(payment, moved.getOrDefault(number, 0L), Long::sum);
            boolean open = !List.of("SUCCEEDED", "REJECTED", "CLOSED", "RETURNED").contains(refund.state());
            promised.merge(payment, open ? refund.amount() : 0L, Long::sum);
        });
        rows("select provider || ' ' || payment_id, captured, refunded, reserved from payments.paid_order where shop_id = ?", row -> {
            long refunded = paid.getOrDefault(row.getString(1), 0L);
            if (row.getLong(3) != refunded || row.getLong(4) != promised.getOrDefault(row.getString(1), 0L) || refunded > row.getLong(2)) {
                breaches.add("payment " + row.getString(1) + " is out of step with the bank: " + refunded);
            }
        });
    }

    private static String firstDifference(Map<String, Long> ours, Map<String, Long> theirs) {
        Map<String, Long> all = new TreeMap<>(ours);
        all.putAll(theirs);
        return all.keySet().stream().filter(key -> !Objects.equals(ours.get(key), theirs.get(key)))
            .map(key -> key + " ours " + ours.get(key) + " theirs " + theirs.get(key)).findFirst().orElse("none");
    }

    private interface Take {
        void take(ResultSet row) throws SQLException;
    }

    private void rows(String sql, Take take) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, shop);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    take.take(rows);
                }
            }
        }
    }
}
