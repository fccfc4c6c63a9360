package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * F5 and F6 for every provider at once: two nodes give money back through Alipay, WeChat Pay, Stripe and the sandbox's own, all of them bad
 * partners, while their notices come double, late, out of order and forged, nodes die, and banks take payments back.
 * {@code -Dfaults.refunds=200} is the short way.
 */
@Tag("faults")
class ProviderFaultsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261122L);
    private static final boolean SHORT = Integer.getInteger("faults.refunds", 2_000) < 1_000;
    private static final int REFUNDS = SHORT ? 90 : 600;

    @Test
    void moneyGoesBackOnceThroughEveryProviderWhateverTheirNoticesSay() {
        try (Cluster cluster = new Cluster(Path.of("target", "faults", "providers-" + ProcessHandle.current().pid()))) {
            cluster.database("afterflow");
            Map<String, String> settings = ProviderTills.settings(cluster);
            List<Node> nodes = List.of(cluster.node("node1", "afterflow", settings), cluster.node("node2", "afterflow", settings));
            nodes.get(0).start().awaitReady();
            nodes.get(1).start().awaitReady();
            cluster.sandbox().behave(ProviderTills.partners(SEED));
            Buyers buyers = new Buyers(SEED, nodes, ProviderTills.PROVIDERS, new ProviderTills(cluster.sandbox()));
            try (Field field = new Field(cluster, "afterflow", SEED, nodes, new Diary(), buyers)) {
                run(field);
            }
        }
    }

    private static void run(Field field) {
        Storm storm = new Storm(field);
        Nemesis nemesis = new Nemesis(field, SEED);
        ProviderNotices notices = new ProviderNotices(field, SEED);
        storm.over("F5 four bad partners", REFUNDS / 3, Duration.ofSeconds(20), 0, nothing());
        notices.awaitStripeKnowsUs();
        storm.over("F6 notices of every provider", REFUNDS / 3, Duration.ofSeconds(20), 0, notices::storm);
        storm.over("F1 kills, F6 notices", REFUNDS / 3, Duration.ofSeconds(40), 0, () -> {
            nemesis.killAtRandom(SHORT ? 1 : 4);
            return notices.storm();
        });
        List<String> wrong = new ArrayList<>(storm.against());
        wrong.addAll(notices.disputes(SHORT ? 6 : 40));
        Map<String, Checker.Finding> findings = field.check();
        Map<String, Long> byProvider = ProviderTills.paid(field.books);
        report(field, storm, findings, byProvider);
        assertThat(Report.breaches(findings)).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(byProvider.values()).as("refunds through each provider: " + byProvider).allMatch(refunds -> refunds >= REFUNDS / 12);
        assertThat(field.books.count("select count(*) from payments.inbox where state = 'DONE' and provider in ('alipay', 'wechat', 'stripe')")).isPositive();
    }

    private static void report(Field field, Storm storm, Map<String, Checker.Finding> findings, Map<String, Long> byProvider) {
        Report report = new Report("5-providers", """
                # Every provider (F5, F6)

                Seed %d, %d refunds, two nodes, the played Alipay, WeChat Pay and Stripe in the sandbox's own process; paid through each: %s
                Again: `mvn -Pfaults verify -Dtest=ProviderFaultsTest -Dfaults.seed=%d`
                """.formatted(SEED, REFUNDS, byProvider, SEED));
        report.add(storm.table());
        report.invariants("Invariants after everything", findings);
        report.schedule(field.diary);
    }

    private static Supplier<List<String>> nothing() {
        return List::of;
    }
}
