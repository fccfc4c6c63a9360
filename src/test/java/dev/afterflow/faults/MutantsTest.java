package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.payments.Mutants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The harness itself is checked: the product with one rule of money broken must not get past the checker. */
@Tag("faults")
class MutantsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261122L);
    private static final int REFUNDS = 60;
    /** Longer than a call to the partner may take, so that a second send comes first. */
    private static final int LATE_SECONDS = 14;
    private static Report report;
    private static Cluster cluster;

    @BeforeAll
    static void open() {
        assumeTrue(Integer.getInteger("faults.refunds", 2_000) >= 1_000, "left out of the short way");
        report = new Report("2-mutants", """
                # Mutants

                The product with one rule of money broken; the checker must find each.
                """);
        cluster = new Cluster(Path.of("target", "faults", "mutants-" + ProcessHandle.current().pid()));
    }

    @AfterAll
    static void close() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void aRandomNumberAtEachSendIsCaught() {
        Map<String, Checker.Finding> findings = run("k1", SEED + 1, Field.partner(SEED + 1), node("k1", Map.of()).startAs(Mutants.RandomKey.class));
        assertThat(told("K1: a new number at each send", SEED + 1, findings)).anyMatch(breach -> breach.startsWith("I2"))
                .anyMatch(breach -> breach.startsWith("I4"));
    }

    @Test
    void aSettleInTwoTransactionsIsCaught() {
        Node node = node("t5", Map.of()).startAs(Mutants.TwoTransactions.class, "-Dmutant.dies=true");
        Map<String, Checker.Finding> findings = run("t5", SEED + 2, Field.partner(SEED + 2), node);
        assertThat(told("T5: state and ledger in two transactions", SEED + 2, findings)).anyMatch(breach -> breach.startsWith("I2"))
                .anyMatch(breach -> breach.startsWith("I3"));
    }

    @Test
    void noSettleWindowIsCaught() {
        Node node = node("u2", Map.of("afterflow.payments.sandbox.window", "0s")).start();
        Map<String, Checker.Finding> findings = run("u2", SEED + 3, Field.partner(SEED + 3, LATE_SECONDS, 0.3), node);
        assertThat(told("U2: no settle window", SEED + 3, findings)).anyMatch(breach -> breach.startsWith("I1"))
                .anyMatch(breach -> breach.startsWith("I2"));
    }

    private static Node node(String name, Map<String, String> settings) {
        cluster.database(name);
        return cluster.node(name, name, settings.isEmpty() ? Field.SETTINGS : settings);
    }

    private static Map<String, Checker.Finding> run(String database, long seed, String partner, Node node) {
        node.awaitReady();
        cluster.sandbox().behave(partner);
        try (Field field = new Field(cluster, database, seed, List.of(node), new Diary())) {
            CountDownLatch heard = field.buyers.ask(REFUNDS, Duration.ofSeconds(8), 0);
            Patience.until("all were heard", Duration.ofSeconds(180), () -> {
                if (!node.alive()) {
                    node.startAs(Mutants.TwoTransactions.class).awaitReady();
                }
                return heard.getCount() == 0;
            });
            Patience.within(Duration.ofSeconds(30), () -> field.books.count("""
                    select count(*) from payments.refund where state in ('REQUESTED','SENT','PROCESSING')""") == 0);
            Patience.lasts(Duration.ofSeconds(LATE_SECONDS + 2));
            return field.check();
        }
    }

    private static List<String> told(String mutant, long seed, Map<String, Checker.Finding> findings) {
        report.invariants("Mutant " + mutant + " (seed " + seed + ", " + REFUNDS + " refunds)", findings);
        return Report.breaches(findings);
    }
}
