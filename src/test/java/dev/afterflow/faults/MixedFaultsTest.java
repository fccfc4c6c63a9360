package dev.afterflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every effect the house has outside, at once, through every fault, by a seed: refunds through four providers, a marketplace's refunds and all
 * other words to it, claims and letters to carriers, words to buyers, chargebacks; afterwards everybody's own books and ours must say the same.
 * {@code -Dfaults.effects=300} is a short way.
 */
@Tag("faults")
class MixedFaultsTest {

    private static final long SEED = Long.getLong("faults.seed", 20261128L);
    private static final boolean BRIEF = Integer.getInteger("faults.refunds", 2_000) < 1_000;
    private static final int EFFECTS = Integer.getInteger("faults.effects", BRIEF ? 300 : 4_000);
    private static final boolean SHORT = EFFECTS < 1_000;
    private static final List<String> STEPS = SHORT ? List.of("sent") : List.of("claimed", "sent", "answered", "claimFiled", "settling");
    private static final int KINDS = 16;
    private static final Duration HEARD = Duration.ofMinutes(6);

    private volatile List<String> takenBack = List.of();
    private final List<String> wrong = new ArrayList<>();
    private final StringBuilder table = new StringBuilder("""
            | stretch | effects there by its end | seconds |
            |---|---:|---:|
            """);

    @Test
    void everyEffectHappensOnceThroughEveryFault() {
        Instant begin = Instant.now();
        try (MixedWorld world = new MixedWorld(Path.of("target", "faults", "mixed-" + ProcessHandle.current().pid()), SEED)) {
            ProviderNotices notices = new ProviderNotices(world.field, SEED);
            world.begun();
            try (MixedWeather weather = new MixedWeather(world, SEED)) {
                run(world, weather, notices);
            }
            end(world, notices);
            report(world, begin);
        }
    }

    private void run(MixedWorld world, MixedWeather weather, ProviderNotices notices) {
        Nemesis nemesis = new Nemesis(world.field, SEED);
        stretch(world, "F5 bad partners everywhere, F6 notices", 20, 60, () -> {
            notices.awaitStripeKnowsUs();
            return notices.storm();
        });
        stretch(world, "F1 kills at random, F6 notices and lies", 20, 60, () -> {
            nemesis.killAtRandom(SHORT ? 1 : 4);
            List<String> unlike = new ArrayList<>(world.lie());
            unlike.addAll(notices.storm());
            unlike.addAll(new Notices(world.field, SEED).storm());
            return unlike;
        });
        stretch(world, "F1 nodes die at steps while payments are taken back", 18, 60, quietly(() -> {
            takenBack = notices.takenBack(SHORT ? 6 : 60);
            CompletableFuture<Void> defence = CompletableFuture.runAsync(() -> world.sellers.defend(world.shopsOf(takenBack)));
            nemesis.killAt(STEPS);
            defence.join();
        }));
        stretch(world, "F4 weather over the marketplace, black hole to everybody", 14, 40, quietly(() -> {
            weather.market("SLOW", Duration.ofSeconds(SHORT ? 8 : 20));
            weather.market("FAIL", Duration.ofSeconds(8));
            nemesis.cutThePartner(Duration.ofSeconds(6));
        }));
        stretch(world, "F7 clocks jump", 14, 60, () -> jumps(world, nemesis));
        stretch(world, "F2 the database crashes", 15, 40, quietly(() -> nemesis.crashTheDatabase(SHORT ? 1 : 3)));
    }

    private static List<String> jumps(MixedWorld world, Nemesis nemesis) {
        List<String> unseen = new ArrayList<>();
        List<Duration> bys = SHORT ? List.of(Duration.ofMinutes(10)) : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10), Duration.ofDays(1), Duration.ofDays(-1));
        for (int i = 0; i < bys.size(); i++) {
            Node node = world.field.nodes.get(1 - i % 2);
            if (!nemesis.jump(node, world.clock(node), bys.get(i), Duration.ofSeconds(20))) {
                unseen.add("the clock of " + node.name() + " jumped by " + bys.get(i) + ", and it did not stop or did not come back");
            }
        }
        return unseen;
    }

    /** Everybody asks while something breaks; it ends when nothing is broken and all were heard, whether or not all is done. */
    private void stretch(MixedWorld world, String name, int share, int seconds, Supplier<List<String>> fault) {
        Instant begin = Instant.now();
        int effects = (EFFECTS * share + 99) / 100;
        world.field.diary.note("–", name + ": " + effects + " effects over " + seconds + " s");
        List<CountDownLatch> heard = world.ask(effects, Duration.ofSeconds(seconds));
        CompletableFuture<List<String>> breaking = CompletableFuture.supplyAsync(fault, work -> new Thread(work, "nemesis").start());
        while (!breaking.isDone()) {
            Patience.within(Duration.ofSeconds(10), breaking::isDone);
            if (allWere(heard) && !breaking.isDone()) {
                heard = world.ask(1, Duration.ofSeconds(5));
            }
        }
        List<CountDownLatch> last = heard;
        wrong.addAll(breaking.exceptionally(broken -> List.of(name + ": " + broken)).join());
        if (!Patience.within(HEARD, () -> allWere(last))) {
            wrong.add("not everybody was heard in '" + name + "': " + last.stream().map(CountDownLatch::getCount).toList());
        }
        table.append("| %s | %d | %d |%n".formatted(name, new MixedChecker(world).total(), Duration.between(begin, Instant.now()).toSeconds()));
    }

    private static boolean allWere(List<CountDownLatch> heard) {
        return heard.stream().allMatch(each -> each.getCount() == 0);
    }

    /** What is under way comes to its end; carriers answer and pay, banks take payments back and decide. */
    private void end(MixedWorld world, ProviderNotices notices) {
        boolean defended = Patience.within(Duration.ofSeconds(120), () -> {
            world.field.letBackOffsPass();
            return world.field.books.count("select count(*) from payments.chargeback_request where verdict is null") == 0;
        });
        if (!defended) {
            wrong.add("the defence of payments does not come to rest");
        }
        wrong.addAll(notices.decided(takenBack));
        if (!world.field.awaitQuiet() && !world.field.awaitQuiet()) {
            wrong.add("refunds do not come to rest");
        }
        boolean quiet = Patience.within(Duration.ofSeconds(300), () -> {
            world.field.letBackOffsPass();
            Patience.lasts(Duration.ofSeconds(1));
            return world.isMarketQuiet();
        });
        if (!quiet) {
            wrong.add("the marketplace does not come to rest");
        }
        try {
            new CarrierEnd(world.carriers, world.field.books, world.claimants).come(SEED, world.field.nodes, world.field.buyers);
        } catch (IllegalStateException unheard) {
            wrong.add("claims do not come to rest: " + unheard.getMessage());
        }
        world.field.awaitQuiet();
    }

    private void report(MixedWorld world, Instant begin) {
        MixedChecker checker = new MixedChecker(world);
        Map<String, Checker.Finding> findings = checker.findings();
        Map<String, Long> effects = checker.effects();
        long seconds = Duration.between(begin, Instant.now()).toSeconds();
        Report report = new Report("7-mixed", """
                # All effects at once (F1, F2, F4, F5, F6, F7)

                Seed %d, %d effects that others keep in their own books, in %d s; %d processors, Java %s, two nodes of 320 MB.
                Again: `mvn -Pfaults verify -Dtest=MixedFaultsTest -Dfaults.seed=%d -Dfaults.effects=%d`
                """.formatted(SEED, checker.total(), seconds, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), SEED, EFFECTS));
        StringBuilder kinds = new StringBuilder("| effect | there |\n|---|---:|\n");
        effects.forEach((kind, many) -> kinds.append("| %s | %d |%n".formatted(kind, many)));
        report.add(kinds.toString());
        report.add(table + "\nOutcomes of talking to providers: " + world.field.attempts() + "  \nOutcomes of talking to the marketplace: " + checker.atTheMarketplace()
                + "  \nDeliveries that had to be repeated: " + world.field.buyers.refusals() + "\n");
        report.invariants("Invariants after everything", findings);
        report.schedule(world.field.diary);
        report.add("Against the promise: " + wrong);
        assertThat(Report.breaches(findings)).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(checker.total()).as("effects: " + effects).isGreaterThanOrEqualTo(EFFECTS);
        assertThat(effects).as("every kind of effect").hasSizeGreaterThanOrEqualTo(KINDS);
        assertThat(effects.values()).as("every kind of effect: " + effects).allMatch(many -> many > 0);
        assertThat(checker.atTheMarketplace()).as("answers of the marketplace were lost").containsKey("FOUND_DONE");
    }

    private static Supplier<List<String>> quietly(Runnable fault) {
        return () -> {
            fault.run();
            return List.of();
        };
    }
}
