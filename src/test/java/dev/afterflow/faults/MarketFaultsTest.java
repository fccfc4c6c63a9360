package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.cluster.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes to a marketplace under faults: buyers ask the played Taobao for their money before the goods are shipped, it tells so once, twice, late or
 * not at all; two nodes hear it, decide, and agree there, while answers are lost, Taobao is slow, away or cut off, and nodes die at every step.
 * {@code -Dfaults.refunds=200} is the short way.
 */
@Tag("faults")
class MarketFaultsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261122L);
    private static final boolean SHORT = Integer.getInteger("faults.refunds", 2_000) < 1_000;
    private static final int REFUNDS = SHORT ? 12 : 60;
    private static final List<String> STEPS = SHORT ? List.of("sent") : List.of("claimed", "sent", "answered");
    private static final String AGREE = "taobao.rp.refunds.agree";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final Diary diary = new Diary();
    private final StringBuilder table = new StringBuilder("""
            | stretch | refunds | seconds until all were given |
            |---|---:|---:|
            """);

    private record Run(Cluster cluster, List<Node> nodes, MarketBuyers buyers, Books books, Books world) {

        List<String> asked() {
            return buyers.asked();
        }
    }

    @Test
    void refundsAtAMarketplaceAreGivenOnceWhateverBreaks() {
        try (Cluster cluster = new Cluster(Path.of("target", "faults", "markets-" + ProcessHandle.current().pid()))) {
            cluster.database("afterflow");
            Map<String, String> settings = new TreeMap<>(Field.SETTINGS);
            settings.putAll(MarketBuyers.settings());
            List<Node> nodes = List.of(cluster.node("node1", "afterflow", settings), cluster.node("node2", "afterflow", settings));
            nodes.forEach(node -> node.start().awaitReady());
            MarketBuyers.connect(cluster, nodes.get(0));
            try (Buyers door = new Buyers(SEED, nodes); MarketBuyers buyers = new MarketBuyers(cluster, nodes, door, SEED)) {
                run(new Run(cluster, nodes, buyers, new Books(cluster.postgres(), "afterflow"), new Books(cluster.sandbox().books(), Sandbox.BOOKS)));
            } finally {
                nodes.forEach(Node::close);
            }
        }
    }

    private void run(Run run) {
        stretch(run, "F5 answers to our agreement are lost", () -> disturb(run, "LOSE", Duration.ofSeconds(12)));
        stretch(run, "F5 our agreement meets a fault", () -> disturb(run, "FAIL", Duration.ofSeconds(12)));
        stretch(run, "F4 the marketplace is slow", () -> weather(run, "SLOW", Duration.ofSeconds(25)));
        stretch(run, "F4 the marketplace is away", () -> weather(run, "FAIL", Duration.ofSeconds(10)));
        stretch(run, "F4 black hole to the marketplace", () -> {
            run.cluster().world().hold();
            Patience.lasts(Duration.ofSeconds(9));
            run.cluster().world().release();
            run.cluster().world().cut();
        });
        for (String step : STEPS) {
            stretch(run, "F1 a node dies at '" + step + "'", () -> dieAt(run, step));
        }
        report(run);
    }

    /** Buyers ask while something breaks; afterwards every refund was given and booked. */
    private void stretch(Run run, String name, Runnable fault) {
        Instant since = Instant.now();
        int before = run.asked().size();
        diary.note("–", name + ": " + REFUNDS + " refunds");
        CompletableFuture<Void> nemesis = CompletableFuture.runAsync(fault, work -> new Thread(work, "nemesis").start());
        for (int i = 0; i < REFUNDS; i++) {
            run.buyers().ask();
        }
        nemesis.join();
        diary.over(name);
        Patience.until("the refunds of '" + name + "' are given and their cases closed", Duration.ofSeconds(240), () -> hurried(run) && open(run) == 0);
        table.append("| %s | %d | %d |%n".formatted(name, run.asked().size() - before, Duration.between(since, Instant.now()).toSeconds()));
    }

    /** Every agreement meets this, for a while. */
    private void disturb(Run run, String how, Duration time) {
        diary.note("F5", "agreements meet " + how + " for " + time.toSeconds() + " s");
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            run.cluster().sandbox().press("markets/fault", JSON.writeValueAsString(Map.of("shop", Buyers.SHOP, "method", AGREE, "how", how)));
            Patience.lasts(Duration.ofMillis(400));
        }
    }

    private void weather(Run run, String sky, Duration time) {
        diary.note("F4", "taobao is " + sky + " for " + time.toSeconds() + " s");
        press(run, sky);
        Patience.lasts(time);
        press(run, "CLEAR");
    }

    private static void press(Run run, String sky) {
        run.cluster().sandbox().press("markets/weather", JSON.writeValueAsString(Map.of("market", "taobao", "shop", Buyers.SHOP, "sky", sky))).orElseThrow();
    }

    private void dieAt(Run run, String step) {
        Node victim = run.nodes().get(chance.nextInt(run.nodes().size()));
        victim.kill();
        victim.start("-Dafterflow.crash.at=" + step);
        boolean died = Patience.within(Duration.ofSeconds(150), () -> {
            if (victim.ready()) {
                run.buyers().ask();
                Patience.lasts(Duration.ofSeconds(1));
            }
            return !victim.alive();
        });
        diary.note("F1", victim.name() + (died ? " died at step '" : " did NOT die at step '") + step + "'");
        assertThat(died).as("a node died at " + step).isTrue();
        victim.start().awaitReady();
    }

    /** As if the back-offs' time had gone by. */
    private static boolean hurried(Run run) {
        run.books().change("update dispatch.outbox set next_at = now() where not done and lease_until is null and kind in ('platform', 'platform-hint', 'refund') "
                + "and next_at > now() + interval '5 seconds'");
        return true;
    }

    /** Refunds that were asked for there and whose case is not closed here. */
    private long open(Run run) {
        return run.books().count("""
                select count(*) from unnest(?::text[]) a where not exists (select 1 from cases.request r join cases.case_file c on c.number = r.case_number
                  where r.source = 'taobao' and r.request_id = a and c.state = 'CLOSED')""", run.asked());
    }

    private void report(Run run) {
        Patience.until("each word was followed", Duration.ofSeconds(60), () -> hurried(run) && run.books().count("""
                select (select count(*) from platforms.hint where state = 'NEW') + (select count(*) from platforms.letter where state = 'NEW')""") == 0);
        Map<String, Checker.Finding> findings = new MarketChecker(run.books(), run.world(), run.asked()).findings();
        Report report = new Report("6-markets", """
                # A marketplace that gives money back (F1, F4, F5, F6)

                Seed %d, %d refunds asked for at the played Taobao, two nodes.
                Again: `mvn -Pfaults verify -Dtest=MarketFaultsTest -Dfaults.seed=%d`
                """.formatted(SEED, run.asked().size(), SEED));
        long found = run.books().count("select count(*) from platforms.request where code = 'FOUND_DONE'");
        report.add(table + "\nAgreements whose answer was lost and that were found done: " + found + "\n");
        report.invariants("Invariants after everything", findings);
        report.schedule(diary);
        assertThat(Report.breaches(findings)).isEmpty();
        assertThat(found).as("answers were lost").isPositive();
    }
}
