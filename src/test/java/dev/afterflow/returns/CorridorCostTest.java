package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.afterflow.Afterflow;
import dev.afterflow.Household;
import dev.afterflow.database.Crowd;
import dev.afterflow.database.Scans;
import dev.afterflow.database.TestDatabase;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.ConfigurableTransactionManager;

/** What one case costs the database: its commits, counted, and that it reads no table from end to end among 100,000 open cases. */
@SpringBootTest(classes = Afterflow.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=afterflow-alone", "afterflow.platforms.poll-every=1d", "afterflow.platforms.queue-every=1d"})
@ContextConfiguration(initializers = TestDatabase.class)
class CorridorCostTest extends Household {

    private static final int OPEN_CASES = 100_000;

    @Autowired
    ConfigurableTransactionManager transactions;
    @Autowired
    HikariDataSource pool;
    @Value("${spring.datasource.url}")
    String url;
    private Counter counter;

    @BeforeAll
    void open() {
        counter = new Counter(shops, intake, json, sql, transaction, port);
        assertThat(counter.as("lin").post("/sandbox/pay/faults", "{\"lostNotices\":1.0}").status())
                .as("the provider's own notices would be counted too, now and then").isEqualTo(200);
        JdbcClient everywhere = JdbcClient.create(TestDatabase.superuser(url));
        counter.until("the played marketplaces were read", () -> everywhere.sql("""
                select count(*) = 6 and bool_and(next_at > now() + interval '1 hour') from dispatch.outbox where kind = 'platform-poll'""")
                .query(Boolean.class).single());
        reviewed("WARM");
    }

    /**
     * The order is told and the request opens a case, gathers, settles liability and ranks remedies in one go (2); its
     * acknowledgement is fetched (1), judged, marked and ended (3). An agent claims (1) and submits up to the refund's start (1); the
     * refund is written and parked (1), fetched by the dispatcher (1), marked as sent before the first byte and answered
     * (2), settled with ledger and process (1); the process goes on to the message and closes (1); the message is fetched
     * (1), judged with the decision on record, marked and ended (3).
     */
    @Test
    void aReviewedRefundCommitsAsOftenAsItsMeaningAsks() {
        Commits commits = new Commits(sql);
        transactions.addListener(commits);
        reviewed("COUNTED");
        counter.until("both messages are ended", () -> commits.counted().getOrDefault("notifications.NotifyCourier", 0L) >= 6);
        Map<String, Long> path = commits.counted();
        path.keySet().removeAll(Set.of("sandbox.PayDesk", "security.AuditSealer", "session", "cockpit.Reader"));
        assertThat(path).as("beside the world outside, the audit's sealing and the sessions").isEqualTo(Map.of(
                "intake.PostOffice", 2L,
                "tasks.TaskController", 1L,
                "tasks.Submissions", 1L,
                "engine.HandOverExecutor", 2L,
                "dispatch.Dispatcher", 3L,
                "payments.RefundCourier", 2L,
                "payments.Settling", 1L,
                "notifications.NotifyCourier", 6L));
    }

    @Test
    void noTableIsReadFromEndToEndAmongManyOpenCases() {
        for (int open = 1; open <= 5; open++) {
            counter.sells("OPEN" + open, 9_900, true);
            counter.asks("OPEN" + open, "未收到货", "1", "OPEN");
        }
        Crowd.gather(TestDatabase.superuser(url), OPEN_CASES);
        Scans scans = new Scans(url, pool, OPEN_CASES / 2);
        assertThat(scans.tables()).contains("cases.case_file", "tasks.work_item", "payments.refund", "act_ru_task", "act_ru_job",
                "orders.item", "intake.known");

        assertThat(scans.during(() -> reviewed("CROWDED"))).isEmpty();
    }

    private void reviewed(String order) {
        counter.sells(order, 9_900, true);
        String number = counter.asks(order, "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00"));
        counter.untilClosed(number, "REFUNDED");
        counter.until("buyer told", () -> counter.messages(order).contains("退款已到账"));
    }
}
