package dev.afterflow.faults;

import dev.afterflow.cluster.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** One stretch of a run: buyers ask while something breaks; it ends when nothing is broken, all were heard and all is quiet. */
final class Storm {

    private static final int DROPS = 4;

    private final Field field;
    private final List<String> against = new ArrayList<>();
    private final StringBuilder table = new StringBuilder("""
            ## Load

            | stretch | refunds settled | seconds until quiet | refunds per second |
            |---|---:|---:|---:|
            """);

    Storm(Field field) {
        this.field = field;
    }

    void over(String name, int refunds, Duration spread, double poison, Supplier<List<String>> fault) {
        if (!wanted(name)) {
            return;
        }
        field.diary.note("–", name + ": " + refunds + " refunds over " + spread.toSeconds() + " s");
        Instant begin = Instant.now();
        long before = settled();
        CountDownLatch heard = field.buyers.ask(refunds, spread, poison);
        CompletableFuture<List<String>> breaking = CompletableFuture.supplyAsync(fault, work -> new Thread(work, "nemesis").start());
        while (!breaking.isDone() || heard.getCount() > 0) {
            Patience.lasts(Duration.ofMillis(500));
            if (heard.getCount() == 0 && !breaking.isDone()) {
                heard = field.buyers.ask(DROPS, Duration.ofSeconds(2), 0);
            }
        }
        against.addAll(breaking.exceptionally(broken -> List.of(name + ": " + broken)).join());
        if (!field.awaitQuiet()) {
            against.add(name + " does not come to rest");
        }
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        long settled = settled() - before;
        table.append("| %s | %d | %.0f | %.1f |%n".formatted(name, settled, seconds, settled / seconds));
    }

    /** {@code -Dfaults.only=F8,F13} runs the stretches of these faults alone. */
    private static boolean wanted(String name) {
        return Arrays.stream(System.getProperty("faults.only", "").split(",")).anyMatch(name::contains);
    }

    private long settled() {
        return field.books.count("select count(*) from payments.refund where state = 'SUCCEEDED'");
    }

    /** What the faults themselves found wrong. */
    List<String> against() {
        return against;
    }

    String table() {
        return table + "\nOutcomes of talking to the partner: " + field.attempts() + "  \nDeliveries by buyers that had to be repeated: "
                + field.buyers.refusals() + "  \nBack-offs whose time was let go by: " + field.hurried() + "\n";
    }
}
