package dev.afterflow.benchmark;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Postgres;
import java.util.ArrayList;
import java.util.List;

/** One way to do the work, in a JVM and a database of its own, stopped where it stands while another one runs. */
final class Contestant {

    private static final long SETTLE_MILLIS = 300;

    private final String name;
    private final Node node;
    private final Meter meter;
    private final Work work;
    private final List<Run> runs = new ArrayList<>();

    /** Walks cases to their end; answers the seconds they took. */
    interface Work {
        double walk(int cases);
    }

    Contestant(String name, Node node, Postgres server, String database, Work work) {
        this.name = name;
        this.node = node;
        this.meter = new Meter(server, database, node.pid());
        this.work = work;
        node.pause();
    }

    /** Cases that are not measured: the JVM learns, the caches fill. */
    void warm(int cases) {
        node.resume();
        work.walk(cases);
        node.pause();
    }

    void run(int cases) {
        node.resume();
        Threads.rest(SETTLE_MILLIS);
        Meter.Reading before = meter.read();
        double seconds = work.walk(cases);
        Run run = Run.of(cases, seconds, meter.read().since(before));
        node.pause();
        runs.add(run);
        System.out.printf("%-28s %6.1f cases/s  %5.1f ms CPU  %5.1f statements  %4.2f commits  %6.1f KiB log%n", name, run.perSecond(),
                run.processor(), run.statements(), run.commits(), run.log());
    }

    String name() {
        return name;
    }

    /** The medians of the runs since the last call. */
    Run result() {
        Run median = Run.median(runs);
        runs.clear();
        return median;
    }

    /** Works on, to be asked other things. */
    Node awake() {
        node.resume();
        return node;
    }

    void asleep() {
        node.pause();
    }
}
