package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions take an order's payments in opposite order: one gives in, nothing is promised twice, a second try goes through. */
@RoomTest
class RivalDecisionsRoomTest {

    @Autowired
    private Payments payments;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    @Value("${spring.datasource.url}")
    private String url;

    @Test
    void whoGivesInHasDecidedNothingAndMayTryAgain() throws SQLException {
        Payouts payouts = new Payouts(payments, engine, outbox, jdbc, tx);
        String first = Payouts.aCase();
        PaidPart one = Payouts.payment("stub", first + "-1");
        PaidPart two = Payouts.payment("stub", first + "-2");
        payouts.decide(payouts.decision(first, 1, new Money(1_000, "CNY"), one, two));
        RefundDecision second = payouts.decision(Payouts.aCase(), 1, new Money(2_000, "CNY"), one, two);

        try (Connection rival = TestDatabase.superuser(url).getConnection(); Statement statement = rival.createStatement()) {
            rival.setAutoCommit(false);
            statement.execute(lock(two));
            CompletableFuture<Integer> deciding = CompletableFuture.supplyAsync(() -> payments.decide(second));
            await().atMost(Duration.ofSeconds(10)).until(this::someoneWaits);
            statement.execute(lock(one));
            rival.commit();
            assertThatThrownBy(deciding::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(ConcurrencyFailureException.class);
        }

        assertThat(payments.of(second.caseNumber())).isEmpty();
        assertThat(payouts.decide(second)).hasSize(1);
        assertThat(new Invariants(jdbc, tx, payouts.shop).breaches(List.of())).noneMatch(breach -> breach.startsWith("I2"));
    }

    private static String lock(PaidPart payment) {
        return "select 1 from payments.paid_order where payment_id = '" + payment.paymentId() + "' for update";
    }

    private boolean someoneWaits() throws SQLException {
        try (Connection watcher = TestDatabase.superuser(url).getConnection(); Statement question = watcher.createStatement();
                ResultSet row = question.executeQuery("""
                    select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%paid_order%'
                      and datname = current_database()""")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
