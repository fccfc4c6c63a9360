package dev.afterflow.faults;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Kills, crashes, cuts and pauses, by the seed; whatever it breaks it mends before it returns. */
final class Nemesis {

    /** Every step of a refund at which a node is made to die. */
    static final List<String> STEPS = List.of("issued", "parked", "claimed", "sent", "answered", "settling", "settled", "noted");

    private final Field field;
    private final Diary diary;
    private final SplittableRandom chance;

    Nemesis(Field field, long seed) {
        this.field = field;
        this.diary = field.diary;
        this.chance = new SplittableRandom(seed);
    }

    /** F1: {@code kill -9} of a node chosen by the seed, at a moment chosen by the seed; it is started again at once. */
    void killAtRandom(int kills) {
        for (int kill = 0; kill < kills; kill++) {
            pause(3_000 + chance.nextInt(4_000));
            Node victim = field.nodes.get(chance.nextInt(field.nodes.size()));
            victim.kill();
            diary.over("F1 kill");
            diary.note("F1", "kill -9 " + victim.name());
            victim.start().awaitReady();
            diary.note("F1", victim.name() + " is back");
        }
    }

    /** F1: a node that dies by itself at each step of a refund, one after the other. */
    void killAtEveryStep() {
        killAt(STEPS);
    }

    /** F1: the same at these steps. */
    void killAt(List<String> steps) {
        for (String step : steps) {
            Node victim = field.nodes.get(chance.nextInt(field.nodes.size()));
            victim.kill();
            victim.start("-Dafterflow.crash.at=" + step);
            int code = victim.awaitEnd(Duration.ofSeconds(120));
            diary.over("F1 at " + step);
            diary.note("F1", victim.name() + " died at step '" + step + "' (" + code + ")");
            victim.start().awaitReady();
        }
    }

    /** F2: PostgreSQL dies at once and recovers; no node is started again. */
    void crashTheDatabase(int crashes) {
        for (int crash = 0; crash < crashes; crash++) {
            pause(4_000 + chance.nextInt(4_000));
            field.cluster.postgres().crash();
            pause(500 + chance.nextInt(1_500));
            field.cluster.postgres().start();
            Instant ready = Instant.now();
            diary.over("F2");
            boolean usable = Patience.within(Duration.ofSeconds(30), () -> field.nodes.stream().allMatch(Node::ready));
            diary.note("F2", "PostgreSQL crashed and recovered; every node's pool " + (usable ? "usable " + millis(ready) + " ms after" : "NOT usable"));
        }
    }

    /** F3: a black hole between one node and the database, without a reset. */
    void cutOff(Node node, Duration time) {
        Instant begin = Instant.now();
        node.database().hold();
        diary.note("F3", "black hole between " + node.name() + " and PostgreSQL for " + time.toSeconds() + " s");
        boolean down = Patience.within(time, () -> !node.ready());
        diary.note("F3", node.name() + (down ? " says DOWN after " + millis(begin) + " ms" : " never said DOWN"));
        pause(Math.max(0, time.toMillis() - millis(begin)));
        node.database().release();
        Instant healed = Instant.now();
        diary.over("F3");
        boolean up = Patience.within(Duration.ofSeconds(60), node::ready);
        diary.note("F3", node.name() + (up ? " is UP " + millis(healed) + " ms after healing" : " does NOT come up"));
    }

    /** F3b: every connection between a node and the database is reset. */
    void reset(Node node) {
        node.database().cut();
        diary.over("F3b");
        diary.note("F3b", "all connections of " + node.name() + " to PostgreSQL reset");
    }

    /** F4: nothing passes between the nodes and the partner; shorter than the settle window, as the partner's promise asks. */
    void cutThePartner(Duration time) {
        field.cluster.world().hold();
        diary.note("F4", "black hole between the nodes and the partner for " + time.toSeconds() + " s");
        pause(time.toMillis());
        field.cluster.world().release();
        diary.over("F4");
        field.cluster.world().cut();
        diary.note("F4", "healed, every connection to the partner reset");
    }

    /** F8: a node stands still while it holds leases and calls are under way, then goes on as if nothing had been. */
    void freeze(Node node, Duration time) {
        field.cluster.world().hold();
        boolean held = Patience.within(Duration.ofSeconds(10), () -> leases() >= 4);
        node.pause();
        long leases = leases();
        field.cluster.world().release();
        diary.note("F8", "SIGSTOP " + node.name() + " for " + time.toSeconds() + " s with " + leases + " leases out" + (held ? "" : " (few)"));
        pause(time.toMillis());
        node.resume();
        diary.over("F8");
        boolean up = Patience.within(Duration.ofSeconds(30), node::ready);
        diary.note("F8", node.name() + " goes on" + (up ? "" : " but does NOT come up"));
    }

    /** F7: a node's clock jumps; it must say so of itself within seconds, and go on once the clock is right again. False when it does not. */
    boolean jump(Node node, Path clock, Duration by, Duration time) {
        Instant begin = Instant.now();
        WrongClock.set(clock, by);
        diary.note("F7", "the clock of " + node.name() + " jumps by " + by);
        boolean down = Patience.within(Duration.ofSeconds(20), () -> !node.ready());
        diary.note("F7", node.name() + (down ? " says DOWN after " + millis(begin) + " ms" : " never said DOWN"));
        pause(Math.max(0, time.toMillis() - millis(begin)));
        WrongClock.set(clock, Duration.ZERO);
        Instant healed = Instant.now();
        diary.over("F7");
        boolean up = Patience.within(Duration.ofSeconds(30), node::ready);
        diary.note("F7", node.name() + (up ? " is UP " + millis(healed) + " ms after its clock was right" : " does NOT come up"));
        return down && up;
    }

    private long leases() {
        return field.books.count("select count(*) from dispatch.outbox where not done and kind = 'refund' and lease_until > now()");
    }

    private static long millis(Instant since) {
        return Duration.between(since, Instant.now()).toMillis();
    }

    private static void pause(long millis) {
        Patience.lasts(Duration.ofMillis(millis));
    }
}
