package dev.afterflow.faults;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Buyers of the played Taobao who pay and ask it for their money before the goods are shipped; it tells so once, twice, late or not at all. */
final class MarketBuyers implements AutoCloseable {

    static final List<String> HOWS = List.of("once", "twice", "late", "silent");
    private static final Duration HEARD = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Cluster cluster;
    private final List<Node> nodes;
    private final Buyers door;
    private final long seed;
    private final SplittableRandom chance;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(3, work -> {
        Thread thread = new Thread(work, "market-buyer");
        thread.setDaemon(true);
        return thread;
    });
    private int next;

    MarketBuyers(Cluster cluster, List<Node> nodes, Buyers door, long seed) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.door = door;
        this.seed = seed;
        this.chance = new SplittableRandom(seed);
    }

    /** How the house speaks to the played Taobao in a run: short windows, and as often as the machine can. */
    static Map<String, String> settings() {
        return Map.of("afterflow.platforms.window", "20s", "afterflow.platforms.open-for", "5s", "afterflow.platforms.poll-every", "3s",
                "afterflow.platforms.calls-per-second", "40");
    }

    /** The shop's own account at the played Taobao, across the cluster's network. */
    static void connect(Cluster cluster, Node node) {
        Visitor.Answer answer = Visitor.as("admin", node.port()).put("/api/connections/" + Buyers.SHOP + "/taobao", JSON.writeValueAsString(Map.of("inUse", true,
                "settings", Map.of("url", "http://127.0.0.1:" + cluster.world().port() + "/sandbox/taobao/router/rest", "appKey", "21000001", "kind", "tmall", "group", "one-shop"),
                "secrets", Map.of("appSecret", "taobao-demo-secret", "session", "demo-session-" + Buyers.SHOP))));
        if (answer.status() != 200) {
            throw new IllegalStateException("Taobao is not connected: " + answer.status() + " " + answer.body());
        }
    }

    /** So many ask, spread evenly; answers a latch that opens when all did. */
    CountDownLatch ask(int many, Duration spread) {
        CountDownLatch done = new CountDownLatch(many);
        for (int i = 0; i < many; i++) {
            hands.schedule(() -> {
                ask();
                done.countDown();
            }, spread.toMillis() * i / many, TimeUnit.MILLISECONDS);
        }
        return done;
    }

    /** One asks now; returns once a node has their order and the marketplace their wish. */
    void ask() {
        String tid;
        long fen;
        String how;
        int first;
        synchronized (this) {
            tid = "6" + Math.floorMod(seed, 100_000) + "%05d".formatted(next++);
            fen = 500 + chance.nextInt(20_000);
            how = HOWS.get(chance.nextInt(HOWS.size()));
            first = chance.nextInt(nodes.size());
        }
        known(tid, order(tid, fen), first);
        asked.add(wish(Map.of("shop", Buyers.SHOP, "tid", tid, "type", "REFUND", "fee", "%d.%02d".formatted(fen / 100, fen % 100),
                "reason", "多拍/拍错/不想要", "orderStatus", "WAIT_SELLER_SEND_GOODS", "how", how)));
    }

    /** A node has this order: either, whoever is alive. */
    void known(String tid, String order, int first) {
        int[] tries = {first};
        Patience.until("order " + tid, HEARD, () -> door.tell(nodes.get(Math.floorMod(tries[0]++, nodes.size())), "orders", order));
    }

    /** A buyer's wish at the marketplace; answers its number there. */
    String wish(Map<String, Object> words) {
        return JSON.readTree(cluster.sandbox().press("markets/refunds", JSON.writeValueAsString(words)).orElseThrow()).path("name").asString();
    }

    private static String order(String tid, long fen) {
        String at = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS).toString();
        return """
                {"orderId":"%1$s","version":"%2$s","state":"PAID","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"张三","language":"zh-CN"},
                 "items":[{"lineId":"1","productId":"P-2003","title":"玻璃密封罐","quantity":1,"paid":{"minor":%3$d,"currency":"CNY"}}],
                 "payments":[{"paymentId":"%1$s","provider":"taobao","method":"alipay","paid":{"minor":%3$d,"currency":"CNY"},"paidAt":"%2$s"}],"shipments":[]}
                """.formatted(tid, at, fen);
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
