package dev.afterflow.faults;

import dev.afterflow.cluster.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** F14: another transaction takes the payments of an order in the opposite order, so that it and the house wait for each other. */
final class Rivals {

    private final Field field;

    Rivals(Field field) {
        this.field = field;
    }

    /** One order of two payments each round, rival first at the second one; answers what went against the promise. */
    List<String> meet(int rounds) {
        long before = deadlocks();
        int lost = 0;
        int met = 0;
        for (int round = 0; round < rounds; round++) {
            CountDownLatch heard = new CountDownLatch(1);
            Buyers.Asked wish = field.buyers.twoParts();
            List<String> payments = List.of("PAY-" + wish.order() + "-0", "PAY-" + wish.order() + "-1");
            know(wish, payments);
            try (Connection rival = field.books.connect(); Statement lock = rival.createStatement()) {
                rival.setAutoCommit(false);
                lock.execute(row(payments.get(1)));
                field.buyers.deliver(wish, heard);
                met += Patience.within(Duration.ofSeconds(30), this::someoneWaits) ? 1 : 0;
                lost += take(rival, lock, payments.get(0)) ? 0 : 1;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            Patience.within(Duration.ofSeconds(60), () -> heard.getCount() == 0);
        }
        field.diary.over("F14");
        long broken = deadlocks() - before;
        field.diary.note("F14", rounds + " rounds, " + met + " met at the lock, " + broken + " deadlocks broken by PostgreSQL, the rival lost " + lost);
        return met == rounds && broken >= rounds ? List.of() : List.of("only " + broken + " deadlocks in " + rounds + " rounds");
    }

    /** The order's payments as an earlier decision would have left them. */
    private void know(Buyers.Asked wish, List<String> payments) {
        for (int part = 0; part < payments.size(); part++) {
            field.books.change("""
                    insert into payments.paid_order (shop_id, provider, payment_id, order_id, currency, captured)
                    values ('%s', 'sandbox', '%s', '%s', 'CNY', %d)""".formatted(Buyers.SHOP, payments.get(part), wish.order(), wish.parts().get(part)));
        }
    }

    private static boolean take(Connection rival, Statement lock, String payment) throws SQLException {
        try {
            lock.execute(row(payment));
            rival.commit();
            return true;
        } catch (SQLException deadlock) {
            rival.rollback();
            return false;
        }
    }

    private static String row(String payment) {
        return "select 1 from payments.paid_order where payment_id = '" + payment + "' for update";
    }

    private boolean someoneWaits() {
        return field.books.count("""
                select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%paid_order%' and usename = 'cluster_app'""") > 0;
    }

    private long deadlocks() {
        Patience.lasts(Duration.ofMillis(1_200));
        return field.books.count("select deadlocks from pg_stat_database where datname = current_database()");
    }
}
