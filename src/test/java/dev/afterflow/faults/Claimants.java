package dev.afterflow.faults;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who open claims against carriers at either node, and say it again until the house has said that it heard; what was acknowledged is kept. */
final class Claimants implements AutoCloseable {

    private static final int PER_CASE = 10;
    private static final Map<String, String> WAYBILLS = Map.of("yto", "YT", "sto", "ST", "ups", "UP");
    /** Every second claim is against the one that fails. */
    private static final List<String> CARRIERS = List.of("yto", "yto", "sto", "ups");

    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(6, work -> {
        Thread thread = new Thread(work, "claimant");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Claimed> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<Node, Visitor> sessions = new ConcurrentHashMap<>();
    private final Map<Integer, String> cases = new ConcurrentHashMap<>();
    private final SplittableRandom chance;
    private final long seed;
    private final List<Node> nodes;
    private int next = 1;

    /** A claim that a node acknowledged. */
    record Claimed(String claimNo, String carrier, String waybill, Instant at) {
    }

    private record Wish(int number, String carrier, long loss) {
    }

    Claimants(long seed, List<Node> nodes) {
        this.seed = seed;
        this.chance = new SplittableRandom(seed);
        this.nodes = nodes;
    }

    /** Opens so many claims, spread evenly; answers a latch that opens when all were heard. */
    CountDownLatch claim(int many, Duration spread) {
        CountDownLatch heard = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            Wish wish = new Wish(next++, CARRIERS.get(chance.nextInt(CARRIERS.size())), 500 + chance.nextInt(40_000));
            hands.schedule(() -> open(wish, 0, heard), spread.toMillis() * i / many, TimeUnit.MILLISECONDS);
        }
        return heard;
    }

    private void open(Wish wish, int tries, CountDownLatch heard) {
        Node node = nodes.get(Math.floorMod(wish.number() + tries, nodes.size()));
        String waybill = WAYBILLS.get(wish.carrier()) + seed + "-" + wish.number();
        try {
            Visitor lin = sessions.computeIfAbsent(node, each -> Visitor.as("lin", each.port()));
            Answer answer = lin.post("/api/cases/" + caseOf(lin, wish) + "/claims", """
                    {"carrier":"%s","waybill":"%s","fault":"LOST","loss":{"minor":%d,"currency":"CNY"},"freight":{"minor":1200,"currency":"CNY"},"discoveredAt":"%s"}"""
                    .formatted(wish.carrier(), waybill, wish.loss(), Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS)));
            if (answer.status() / 100 == 2) {
                acknowledged.add(new Claimed(answer.json().path("claimNo").asString(), wish.carrier(), waybill, Instant.now()));
                heard.countDown();
                return;
            }
        } catch (RuntimeException | AssertionError away) {
            sessions.remove(node);
        }
        hands.schedule(() -> open(wish, tries + 1, heard), 300, TimeUnit.MILLISECONDS);
    }

    private String caseOf(Visitor lin, Wish wish) {
        return cases.computeIfAbsent(wish.number() / PER_CASE, n -> {
            Answer opened = lin.send("POST", "/api/cases", "{\"shop\":\"" + Buyers.SHOP + "\",\"kind\":\"QUESTION\",\"reasonText\":\"包裹丢了\"}",
                    "Idempotency-Key", "claims-" + seed + "-" + n);
            String number = opened.json().path("number").asString("");
            if (number.isEmpty()) {
                throw new IllegalStateException("no case: " + opened.status());
            }
            return number;
        });
    }

    /** Waits until all were heard. */
    static void await(CountDownLatch heard) {
        Patience.until("every claim is acknowledged", Duration.ofMinutes(3), () -> heard.getCount() == 0);
    }

    List<Claimed> acknowledged() {
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
