package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.database.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/**
 * The application is killed between every two steps of a refund and started again, eight times over on one database; the
 * provider is played by this JVM, so its money log outlives every crash.
 */
@RoomTest
class RefundCrashTest {

    private static final List<String> STEPS =
        List.of("issued", "parked", "claimed", "sent", "answered", "settling", "settled", "noted");
    private static final int KILLED = 137;

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate tx;
    private final String shop = "crash-" + UUID.randomUUID().toString().substring(0, 8);
    private final String url = TestDatabase.create();

    @Test
    void everyRefundIsPaidOnceAndNoneIsStuckHoweverOftenTheHouseIsKilled() throws Exception {
        for (String step : STEPS) {
            String caseNumber = "K-" + step;
            plan(caseNumber, step.equals("noted") ? "PROCESSING" : "NONE");
            assertThat(run(caseNumber, step)).as("killed at " + step).isEqualTo(KILLED);
        }
        plan("K-last", "LOSE_REPLY");
        assertThat(run("K-last", "none")).isZero();

        List<String> moved = new Invariants(jdbc, tx, shop).sandboxLog();
        DataSource child = TestDatabase.superuser(url);
        TransactionTemplate childTx = new TransactionTemplate(new DataSourceTransactionManager(child));
        assertThat(new Invariants(JdbcClient.create(child), childTx, shop).breaches(moved)).isEmpty();
        assertThat(moved).hasSizeGreaterThan(2).containsExactlyInAnyOrderElementsOf(JdbcClient.create(child)
            .sql("select refund_no from payments.refund where state = 'SUCCEEDED'").query(String.class).list());
        assertThat(JdbcClient.create(child).sql("select count(*) from payments.refund where state <> 'SUCCEEDED'")
            .query(Integer.class).single()).isZero();
    }

    private int run(String caseNumber, String crashAt) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
            "-Xmx400m", "-XX:TieredStopAtLevel=1", "-Dafterflow.crash.at=" + crashAt, "-cp", System.getProperty("java.class.path"),
            RefundChild.class.getName()));
        settings(caseNumber).forEach((name, value) -> command.add("--" + name + "=" + value));
        Process child = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(new File("target/refund-child-" + crashAt + ".log")).start();
        try {
            assertThat(child.waitFor(150, TimeUnit.SECONDS)).as("ended by itself").isTrue();
            return child.exitValue();
        } finally {
            child.destroyForcibly();
        }
    }

    private Map<String, String> settings(String caseNumber) {
        Map<String, String> settings = new HashMap<>(TestDatabase.settings(url));
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("afterflow.engine.node", "child");
        settings.put("refund.shop", shop);
        settings.put("refund.case", caseNumber);
        settings.put("afterflow.payments.sandbox.url", "http://127.0.0.1:" + port + "/sandbox/pay");
        settings.put("afterflow.payments.sandbox.window", "3s");
        settings.put("afterflow.payments.sandbox.read", "2s");
        settings.put("afterflow.dispatch.lease", "5s");
        settings.put("afterflow.dispatch.margin", "3s");
        return settings;
    }

    private void plan(String caseNumber, String fault) {
        RestClient.create("http://127.0.0.1:" + port).post().uri("/sandbox/pay/faults").contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("plans", Map.of("PAY-" + caseNumber, List.of(fault)))).retrieve().toBodilessEntity();
    }
}
