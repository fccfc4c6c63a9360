package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.afterflow.carriers.CarrierMutants;
import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The carriers' harness itself is checked: the product with one rule of filing broken must not get past its checker. */
@Tag("faults")
class CarrierMutantsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261122L);
    private static final int CLAIMS = 30;
    private static Report report;

    @BeforeAll
    static void open() {
        assumeTrue(Integer.getInteger("faults.refunds", 2_000) >= 1_000, "left out of the short way");
        report = new Report("5-carrier-mutants", """
                # Carriers' mutants

                The product with one rule of filing broken; the checker must find each.
                """);
    }

    @Test
    void aClaimThatIsSentAgainWithoutAClearAnswerIsCaught() {
        assertThat(told("what had no clear answer is sent again", SEED + 4, "LOST_ANSWER", CarrierMutants.SendsAgain.class)).anyMatch(breach -> breach.startsWith("C1"));
    }

    @Test
    void aClaimThatNeverLeftAndCountsAsTakenIsCaught() {
        assertThat(told("what could not be sent counts as taken", SEED + 5, "FAIL", CarrierMutants.BelievesItself.class))
                .anyMatch(breach -> breach.startsWith("C2") && breach.contains("did not reach its carrier"));
    }

    /** As if the back-offs' time had gone by; true once nothing is left to send. */
    private static boolean sentOn(Books books) {
        books.change("update dispatch.outbox set next_at = now() where not done and lease_until is null and kind = 'carrier' and last_error is distinct from 'waits for the carrier'");
        return books.count("select count(*) from carriers.request where state in ('NEW', 'SENDING')") == 0;
    }

    private static List<String> told(String mutant, long seed, String sky, Class<?> broken) {
        try (Cluster cluster = new Cluster(Path.of("target", "faults", "carrier-mutants-" + seed + "-" + ProcessHandle.current().pid())); CarrierWorld world = new CarrierWorld(cluster)) {
            cluster.database("mutant");
            Node node = cluster.node("mutant", "mutant", world.settings(cluster.firstPort())).startAs(broken).awaitReady();
            world.weather("work-order/yuantong", sky);
            try (Claimants claimants = new Claimants(seed, List.of(node))) {
                Claimants.await(claimants.claim(CLAIMS, Duration.ofSeconds(3)));
                Books books = new Books(cluster.postgres(), "mutant");
                Patience.until("all are filed but those a person files by hand", Duration.ofSeconds(120), () -> books.count(
                        "select count(*) from claims.claim where filings = 0 and carrier in ('yto', 'sto')") == 0);
                Patience.until("they meet the weather and the circuit opens", Duration.ofSeconds(60), () -> books.count(
                        "select count(distinct a.ref) from dispatch.attempt a join carriers.request r on r.number = a.ref where a.kind = 'carrier' and r.carrier = 'yto'") >= 8);
                world.weather("work-order/yuantong", "CLEAR");
                Patience.within(Duration.ofSeconds(90), () -> sentOn(books));
                Map<String, Checker.Finding> findings = new CarrierChecker(books, world, claimants.acknowledged()).findings();
                report.invariants("Mutant: " + mutant + " (seed " + seed + ", " + CLAIMS + " claims)", findings);
                return Report.breaches(findings);
            } finally {
                node.close();
            }
        }
    }
}
