package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.payments.NoticeMutants;
import dev.afterflow.stripe.StripeMutants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The notices' harness itself is checked: the product with one rule of providers' notices broken must not get past it. */
@Tag("faults")
class NoticeMutantsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261129L);
    private static final int REFUNDS = 60;
    private static Report report;

    @BeforeAll
    static void open() {
        assumeTrue(Integer.getInteger("faults.refunds", 2_000) >= 1_000, "left out of the short way");
        report = new Report("9-notice-mutants", """
                # Notices' mutants

                The product with one rule of providers' notices broken; the checker must find each.
                """);
    }

    @Test
    void aNoticeThatIsBelievedIsCaught() {
        try (Cluster cluster = cluster("believes")) {
            Node node = cluster.node("mutant", "mutant", Field.SETTINGS).startAs(NoticeMutants.Believes.class).awaitReady();
            cluster.sandbox().behave("""
                    {"seed":%d,"delaySeconds":3,"ignoreRepeats":true,"rates":{"FAIL_BEFORE":0.7}}""".formatted(SEED));
            try (Field field = new Field(cluster, "mutant", SEED, List.of(node), new Diary())) {
                CountDownLatch heard = field.buyers.ask(REFUNDS, Duration.ofSeconds(6), 0);
                new Notices(field, SEED).storm();
                Patience.until("all were heard", Duration.ofSeconds(120), () -> heard.getCount() == 0);
                cluster.sandbox().behave("{\"seed\":" + SEED + "}");
                field.awaitQuiet();
                Map<String, Checker.Finding> findings = field.check();
                report.invariants("Mutant: a notice is believed without asking (seed " + SEED + ", " + REFUNDS + " refunds)", findings);
                assertThat(Report.breaches(findings)).anyMatch(breach -> breach.startsWith("I3") && breach.contains("the partner moved"));
            }
        }
    }

    @Test
    void aForgedNoticeThatIsTakenIsCaught() {
        try (Cluster cluster = cluster("forged")) {
            Node node = cluster.node("mutant", "mutant", ProviderTills.settings(cluster)).startAs(StripeMutants.TakesForged.class).awaitReady();
            try (Field field = new Field(cluster, "mutant", SEED + 1, List.of(node), new Diary(),
                    new Buyers(SEED + 1, List.of(node), ProviderTills.PROVIDERS, new ProviderTills(cluster.sandbox())))) {
                CountDownLatch heard = field.buyers.ask(REFUNDS, Duration.ofSeconds(6), 0);
                Patience.until("all were heard", Duration.ofSeconds(120), () -> heard.getCount() == 0);
                ProviderNotices notices = new ProviderNotices(field, SEED);
                notices.awaitStripeKnowsUs();
                List<String> wrong = notices.storm();
                report.add("## Mutant: nobody looks at Stripe's seal (seed " + (SEED + 1) + ")\n\n- " + String.join("\n- ", wrong.stream().limit(5).toList()));
                assertThat(wrong).isNotEmpty().allMatch(each -> each.contains("stripe") && each.contains("FORGED"));
            }
        }
    }

    private static Cluster cluster(String name) {
        Cluster cluster = new Cluster(Path.of("target", "faults", "notice-mutants-" + name + "-" + ProcessHandle.current().pid()));
        cluster.database("mutant");
        return cluster;
    }
}
