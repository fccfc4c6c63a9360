package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * F4 for carriers: two nodes file claims by work order and by letter and follow parcels while one carrier loses its answers, is slow or away,
 * the mail server hangs and nodes die at every step of a filing. {@code -Dfaults.refunds=200} is the short way.
 */
@Tag("faults")
class CarrierFaultsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261122L);
    private static final boolean SHORT = Integer.getInteger("faults.refunds", 2_000) < 1_000;
    private static final int CLAIMS = SHORT ? 16 : 30;
    private static final int PARCELS = 6;
    /** Every step of a filing at which a node is made to die. */
    private static final List<String> STEPS = SHORT ? List.of("sent") : List.of("claimFiled", "claimed", "sent", "answered");
    private static final List<String> WELL = List.of("sto", "ups");
    private static final double SOON = 20;

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final Diary diary = new Diary();
    private final List<CountDownLatch> more = new ArrayList<>();
    private final StringBuilder table = new StringBuilder("""
            | stretch | claims | longest from filing to a carrier that was well |
            |---|---:|---:|
            """);

    @Test
    void claimsTrackingAndMailSurviveACarrierThatIsAwayOrSlow() {
        try (Cluster cluster = new Cluster(Path.of("target", "faults", "carriers-" + ProcessHandle.current().pid())); CarrierWorld world = new CarrierWorld(cluster)) {
            cluster.database("afterflow");
            Map<String, String> settings = world.settings(cluster.firstPort());
            List<Node> nodes = List.of(cluster.node("node1", "afterflow", settings), cluster.node("node2", "afterflow", settings));
            nodes.get(0).start().awaitReady();
            nodes.get(1).start().awaitReady();
            world.letters(nodes.get(0));
            try (Claimants claimants = new Claimants(SEED, nodes); Buyers door = new Buyers(SEED, nodes)) {
                Tracked tracked = new Tracked(SEED, PARCELS, nodes.get(0), door, world.books);
                run(new Run(cluster, world, nodes, claimants, door, new Books(cluster.postgres(), "afterflow"), tracked));
            } finally {
                nodes.forEach(Node::close);
            }
        }
    }

    private record Run(Cluster cluster, CarrierWorld world, List<Node> nodes, Claimants claimants, Buyers door, Books books, Tracked tracked) {
    }

    private void run(Run run) {
        stretch(run, "F4 one carrier loses its answers", true, () -> weather(run, "LOST_ANSWER", Duration.ofSeconds(10)));
        stretch(run, "F4 one carrier is slow", true, () -> weather(run, "SLOW", Duration.ofSeconds(25)));
        stretch(run, "F4 one carrier is away", true, () -> weather(run, "FAIL", Duration.ofSeconds(10)));
        long calls = callsBeforeTheCircuitOpened(run);
        stretch(run, "F4 black hole to all carriers", false, () -> {
            run.cluster().world().hold();
            Patience.lasts(Duration.ofSeconds(9));
            run.cluster().world().release();
            run.cluster().world().cut();
        });
        stretch(run, "F4 the mail server hangs", false, () -> {
            run.world().toMail.hold();
            Patience.lasts(Duration.ofSeconds(12));
            run.world().toMail.release();
            run.world().toMail.cut();
        });
        for (String step : STEPS) {
            stretch(run, "F1 a node dies at '" + step + "'", false, () -> dieAt(run, step));
        }
        settle(run);
        report(run, calls);
    }

    /** Claims are opened and parcels scanned while something breaks; afterwards all were heard. */
    private void stretch(Run run, String name, boolean othersAreWell, Runnable fault) {
        Instant since = Instant.now();
        diary.note("–", name + ": " + CLAIMS + " claims");
        CountDownLatch heard = run.claimants().claim(CLAIMS, Duration.ofSeconds(8));
        CompletableFuture<Void> nemesis = CompletableFuture.runAsync(fault, work -> new Thread(work, "nemesis").start());
        List<String> hows = List.of("once", "twice", "late", "forged");
        while (!nemesis.isDone()) {
            run.world().scan(run.tracked().waybills().get(chance.nextInt(PARCELS)), hows.get(chance.nextInt(hows.size())));
            Patience.lasts(Duration.ofMillis(700));
        }
        nemesis.join();
        Claimants.await(heard);
        diary.over(name);
        Patience.until("claims are filed", Duration.ofSeconds(150), () -> CarrierEnd.unfiled(run.books()) == 0);
        double longest = checker(run).longestToCarrier(WELL, since.toString());
        table.append("| %s | %d | %s |%n".formatted(name, CLAIMS, othersAreWell ? "%.1f s".formatted(longest) : "–"));
        if (othersAreWell) {
            assertThat(longest).as(name + ": other carriers are unaffected").isLessThan(SOON);
        }
    }

    private void weather(Run run, String sky, Duration time) {
        run.world().weather("work-order/yuantong", sky);
        diary.note("F4", "yto is " + sky + " for " + time.toSeconds() + " s");
        Patience.lasts(time);
        run.world().weather("work-order/yuantong", "CLEAR");
    }

    private void dieAt(Run run, String step) {
        Node victim = run.nodes().get(chance.nextInt(run.nodes().size()));
        victim.kill();
        victim.start("-Dafterflow.crash.at=" + step);
        boolean died = Patience.within(Duration.ofSeconds(120), () -> {
            if (victim.ready()) {
                more.add(run.claimants().claim(2, Duration.ofSeconds(1)));
                Patience.lasts(Duration.ofSeconds(2));
            }
            return !victim.alive();
        });
        diary.note("F1", victim.name() + (died ? " died at step '" : " did NOT die at step '") + step + "'");
        assertThat(died).as("a node died at " + step).isTrue();
        victim.start().awaitReady();
    }

    /** The carriers read their mail, answer and pay; then nothing waits that could go on. */
    private void settle(Run run) {
        run.nodes().forEach(Node::awaitReady);
        more.forEach(Claimants::await);
        new CarrierEnd(run.world(), run.books(), run.claimants()).come(SEED, run.nodes(), run.door());
    }

    private static long callsBeforeTheCircuitOpened(Run run) {
        return run.books().count("""
                select count(*) from dispatch.attempt a join carriers.request r on r.number = a.ref
                where a.kind = 'carrier' and r.carrier = 'yto' and a.partner_code = 'NO_ANSWER'
                  and a.at < coalesce((select min(at) from dispatch.attempt where kind = 'carrier' and partner_code = 'CIRCUIT_OPEN'), now())""");
    }

    private static CarrierChecker checker(Run run) {
        return new CarrierChecker(run.books(), run.world(), run.claimants().acknowledged());
    }

    private void report(Run run, long calls) {
        Map<String, Checker.Finding> findings = checker(run).findings();
        Report report = new Report("4-carriers", """
                # Carriers (F4)

                Seed %d, %d claims by work order and by letter, two nodes, the sandbox and a mail server outside.
                Again: `mvn -Pfaults verify -Dtest=CarrierFaultsTest -Dfaults.seed=%d`
                """.formatted(SEED, run.claimants().acknowledged().size(), SEED));
        report.add(table + "\nCalls to the failing carrier before its circuit opened, both nodes: " + calls + "\n");
        report.invariants("Invariants after everything", findings);
        report.schedule(diary);
        assertThat(Report.breaches(findings)).isEmpty();
        assertThat(calls).as("calls before the circuit opened, of two nodes").isLessThanOrEqualTo(40);
        assertThat(run.books().count("select count(*) from dispatch.attempt where kind = 'carrier' and partner_code = 'CIRCUIT_OPEN'")).as("the circuit opened").isPositive();
    }
}
