package dev.afterflow.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the harness did and saw, in order of time; printed as it happens. */
final class Diary {

    private final Instant begin = Instant.now();
    private final List<Line> lines = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();

    record Line(double second, String fault, String text) {
    }

    /** The moment from which the house can work again. */
    record Ended(String fault, Instant at) {
    }

    synchronized void note(String fault, String text) {
        Line line = new Line(Duration.between(begin, Instant.now()).toMillis() / 1000.0, fault, text);
        lines.add(line);
        System.out.printf("[faults %7.1f s] %-4s %s%n", line.second(), fault, text);
    }

    synchronized void over(String fault) {
        ended.add(new Ended(fault, Instant.now()));
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    synchronized List<Ended> ended() {
        return List.copyOf(ended);
    }
}
