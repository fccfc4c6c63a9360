package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** Generated decisions against a bad world: what the ledger says is what the bank moved, to the smallest unit. */
abstract class GeneratedCases {

    @Autowired
    private AutowireCapableBeanFactory beans;
    @Autowired
    private Payments payments;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Intake intake;
    @Autowired
    private Shops shops;
    @Autowired
    private DataSource database;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @LocalServerPort
    private int port;

    void everyCentIsWhereTheBankSaysItIs(long seed, int wanted) {
        long start = System.nanoTime();
        GeneratedRun run = beans.createBean(GeneratedRun.class);
        Payouts shop = new Payouts(new StatementDesk(shops, intake, jdbc, tx).shop, payments, engine, outbox, jdbc, tx);
        List<GeneratedCase> cases = GeneratedRun.cases("G" + seed + "-" + Long.toString(start, 36), seed, wanted);
        run.prepare(cases);
        weather(Map.of("seed", seed, "delaySeconds", 1, "doubledNotices", 0.15, "lostNotices", 0.5));
        try {
            int decided = run.wave(shop, cases, 1) + run.wave(shop, cases, 2);
            assertThat(decided).isGreaterThanOrEqualTo(wanted);
            await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).until(() -> run.silent(shop.shop));
            assertThat(check(shop.shop)).as("seed %d", seed).isEmpty();
            TreeMap<String, Long> moved = inTransaction(connection -> new BookCheck(connection, shop.shop).movedByCurrency());
            assertThat(moved).as("seed %d", seed).isEqualTo(GeneratedRun.expected(cases));
            shop.assertHolds(new Invariants(jdbc, tx, shop.shop).sandboxLog());
            System.out.printf("%d decisions, seed %d, %d ms, moved %s%n", decided, seed, (System.nanoTime() - start) / 1_000_000, moved);
            theCheckerSeesOneCent(shop.shop);
        } finally {
            weather(Map.of("delaySeconds", 2));
        }
    }

    /** The checker is checked: one unit too much in either book, or money moved once more, is found. */
    private void theCheckerSeesOneCent(String shop) {
        String ledger = """
            insert into payments.ledger_entry (shop_id, txn_id, account, amount, currency, kind, ref)
            select shop_id, ref || '/x', account, sign(amount), currency, 'x', ref from payments.ledger_entry
            where shop_id = '%s' and ref = (select min(ref) from payments.ledger_entry where shop_id = '%s')""";
        String twice = """
            insert into sandbox.money_log (merchant, payment_no, refund_no, refund_id, amount, currency)
            select merchant, payment_no, refund_no, refund_id, amount, currency from sandbox.money_log
            where refund_no = (select min(ref) from payments.ledger_entry where shop_id = '%s')""";
        String state = "update payments.refund set state = 'REJECTED' where refund_no = (select min(ref) from payments.ledger_entry where shop_id = '%s')";
        for (String mutant : List.of(ledger, twice, state)) {
            assertThat(tx.<List<String>>execute(status -> {
                jdbc.sql(mutant.replace("%s", shop)).update();
                status.setRollbackOnly();
                return check(shop);
            })).isNotEmpty();
        }
    }

    private List<String> check(String shop) {
        return inTransaction(connection -> new BookCheck(connection, shop).breaches());
    }

    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Reading<T> reading) {
        return tx.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(database);
            try {
                return reading.from(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            } finally {
                DataSourceUtils.releaseConnection(connection, database);
            }
        });
    }

    private void weather(Map<String, Object> setting) {
        RestClient.create("http://127.0.0.1:" + port).post().uri("/sandbox/pay/faults").contentType(MediaType.APPLICATION_JSON)
            .body(setting).retrieve().toBodilessEntity();
    }
}
