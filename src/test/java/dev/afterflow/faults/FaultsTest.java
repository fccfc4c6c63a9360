package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes, one PostgreSQL and the world outside, while buyers ask for their money back and everything breaks, by a seed:
 * afterwards the partner's own log and our tables must say the same. {@code -Dfaults.refunds=200} is the short way.
 */
@Tag("faults")
class FaultsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261122L);
    private static final int REFUNDS = Integer.getInteger("faults.refunds", 2_000);
    private static final boolean SHORT = REFUNDS < 1_000;
    private static final double POISON = 0.01;

    @Test
    void moneyGoesBackOnceThroughEveryFault() {
        Path folder = Path.of("target", "faults", "run-" + ProcessHandle.current().pid());
        try (Cluster cluster = new Cluster(folder)) {
            cluster.database("afterflow");
            List<Node> nodes = List.of(cluster.node("node1", "afterflow", Field.SETTINGS), cluster.node("node2", "afterflow", Field.SETTINGS));
            nodes.get(0).start().awaitReady();
            nodes.get(1).start().awaitReady();
            cluster.sandbox().behave(Field.partner(SEED));
            try (Field field = new Field(cluster, "afterflow", SEED, nodes, new Diary())) {
                run(field);
            }
        }
    }

    private static void run(Field field) {
        Storm storm = new Storm(field);
        Poison poison = new Poison(field);
        poison.spread();
        if (SHORT) {
            briefly(field, storm);
        } else {
            thoroughly(field, storm, poison);
        }
        long poisoned = field.buyers.acknowledged().stream().filter(Buyers.Asked::poison).count();
        long stopped = poison.awaitIncidents(poisoned);
        Map<String, Checker.Finding> findings = field.check();
        Report report = new Report("1-faults", """
                # Faults

                Seed %d, at least %d refunds. %d processors, Java %s, two nodes of 320 MB, one PostgreSQL 17 with fsync, the sandbox in its own process.
                Again: `mvn -Pfaults verify -Dfaults.seed=%d -Dfaults.refunds=%d`
                """.formatted(SEED, REFUNDS, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), SEED, REFUNDS));
        report.add(storm.table());
        report.invariants("Invariants after everything", findings);
        report.schedule(field.diary);
        assertThat(Report.breaches(findings)).isEmpty();
        assertThat(storm.against()).isEmpty();
        assertThat(stopped).as("poisoned cases that came to a person").isEqualTo(poisoned);
        assertThat(System.getProperty("faults.only") == null ? findings.get("I1").checked() + poisoned : REFUNDS).as("refunds in all").isGreaterThanOrEqualTo(REFUNDS);
    }

    /** For every day: the partner's faults, two kills, one crash of the database, a storm of notices. */
    private static void briefly(Field field, Storm storm) {
        Nemesis nemesis = new Nemesis(field, SEED);
        Notices notices = new Notices(field, SEED);
        storm.over("F5 partner, F6 notices", REFUNDS / 4, Duration.ofSeconds(15), POISON, notices::storm);
        storm.over("F1 kills, F2 crash", REFUNDS - REFUNDS / 4, Duration.ofSeconds(50), POISON, quietly(() -> {
            nemesis.killAtRandom(2);
            nemesis.crashTheDatabase(1);
        }));
    }

    private static void thoroughly(Field field, Storm storm, Poison poison) {
        Nemesis nemesis = new Nemesis(field, SEED);
        Node first = field.nodes.get(0);
        Node second = field.nodes.get(1);
        storm.over("F5 partner only, F9 letters", REFUNDS / 8, Duration.ofSeconds(25), POISON, poison::letters);
        storm.over("F1 kills at random", REFUNDS / 5, Duration.ofSeconds(90), POISON, quietly(() -> nemesis.killAtRandom(5)));
        storm.over("F1 kills at every step", REFUNDS / 4, Duration.ofSeconds(150), POISON, quietly(nemesis::killAtEveryStep));
        storm.over("F2 database crashes", REFUNDS / 8, Duration.ofSeconds(45), POISON, quietly(() -> {
            nemesis.crashTheDatabase(3);
            nemesis.reset(first);
        }));
        storm.over("F3 and F4 network", REFUNDS / 8, Duration.ofSeconds(55), POISON, quietly(() -> {
            nemesis.cutOff(first, Duration.ofSeconds(45));
            nemesis.cutThePartner(Duration.ofSeconds(6));
        }));
        storm.over("F8 pause, F6 notices", REFUNDS / 8, Duration.ofSeconds(50), POISON, () -> {
            nemesis.freeze(second, Duration.ofSeconds(40));
            return new Notices(field, SEED).storm();
        });
        storm.over("F13 full house", REFUNDS / 20, Duration.ofSeconds(20), POISON, () -> new Crush(field).against(first));
        storm.over("F14 rivals", REFUNDS / 20, Duration.ofSeconds(20), POISON, () -> new Rivals(field).meet(8));
    }

    private static Supplier<List<String>> quietly(Runnable fault) {
        return () -> {
            fault.run();
            return List.of();
        };
    }
}
