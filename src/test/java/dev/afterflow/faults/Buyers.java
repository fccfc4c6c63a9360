package dev.afterflow.faults;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Buyers who pay and ask for their money back before the goods are shipped. Their marketplace delivers to either node and
 * repeats the same letter until the house has said that it heard; what was acknowledged is kept for the checker.
 */
final class Buyers implements AutoCloseable {

    static final String SHOP = "lanting";
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(8, Buyers::daemon);
    private final ConcurrentLinkedQueue<Asked> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final long seed;
    private final List<Node> nodes;
    private final List<String> providers;
    private final Till till;
    private int next = 1;

    /** A request that a node acknowledged; {@code parts} are the sums paid, one a payment. */
    record Asked(String order, String request, List<Long> parts, boolean poison, Instant at) {
        long paid() {
            return parts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Where a buyer pays before the shop hears of the order. */
    interface Till {

        void paid(String provider, String payment, long minor);
    }

    Buyers(long seed, List<Node> nodes) {
        this(seed, nodes, List.of("sandbox"), (provider, payment, minor) -> { });
    }

    /** Buyers who pay through these providers, by the seed. */
    Buyers(long seed, List<Node> nodes, List<String> providers, Till till) {
        this.seed = seed;
        this.nodes = nodes;
        this.providers = providers;
        this.till = till;
    }

    /** Lets buyers with this many payments in all ask, spread evenly; answers a latch that opens when all were heard. */
    CountDownLatch ask(int refunds, Duration spread, double poison) {
        List<Asked> wishes = new ArrayList<>();
        for (int asked = 0; asked < refunds; asked += wishes.get(wishes.size() - 1).parts().size()) {
            wishes.add(wish(next++, poison));
        }
        CountDownLatch heard = new CountDownLatch(wishes.size());
        long gap = spread.toMillis() / wishes.size();
        for (int i = 0; i < wishes.size(); i++) {
            Asked wish = wishes.get(i);
            hands.schedule(() -> deliver(wish, 0, heard), gap * i, TimeUnit.MILLISECONDS);
        }
        return heard;
    }

    private Asked wish(int number, double poison) {
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + number);
        boolean bad = chance.nextDouble() < poison;
        String order = (bad ? "POISON" : "F") + seed + "-" + number;
        long first = 500 + chance.nextInt(4_000);
        List<Long> parts = chance.nextInt(8) == 0 ? List.of(first, 500L + chance.nextInt(4_000)) : List.of(first);
        return new Asked(order, "RQ-" + order, parts, bad, Instant.EPOCH);
    }

    /** A buyer who paid in two parts and has not asked yet. */
    Asked twoParts() {
        Asked wish;
        do {
            wish = wish(next++, 0);
        } while (wish.parts().size() != 2);
        return wish;
    }

    /** Lets one buyer ask now. */
    void deliver(Asked wish, CountDownLatch heard) {
        hands.execute(() -> deliver(wish, 0, heard));
    }

    private void deliver(Asked wish, int tries, CountDownLatch heard) {
        Node node = nodes.get(Math.floorMod(wish.order().hashCode() + tries, nodes.size()));
        if (paid(wish) && tell(node, "orders", order(wish)) && tell(node, "requests", request(wish))) {
            acknowledged.add(new Asked(wish.order(), wish.request(), wish.parts(), wish.poison(), Instant.now()));
            heard.countDown();
        } else {
            hands.schedule(() -> deliver(wish, tries + 1, heard), 300, TimeUnit.MILLISECONDS);
        }
    }

    private boolean paid(Asked wish) {
        try {
            for (int part = 0; part < wish.parts().size(); part++) {
                till.paid(provider(wish, part), "PAY-" + wish.order() + "-" + part, wish.parts().get(part));
            }
            return true;
        } catch (RuntimeException away) {
            refusals.merge(away.getClass().getSimpleName(), 1, Integer::sum);
            return false;
        }
    }

    private String provider(Asked wish, int part) {
        return providers.get(Math.floorMod((wish.order() + part).hashCode(), providers.size()));
    }

    /** Sends one row; true when the house says that it has it. */
    boolean tell(Node node, String kind, String row) {
        HttpRequest letter = HttpRequest.newBuilder(URI.create(node.url() + "/api/intake/" + kind + "?shop=" + SHOP)).timeout(ANSWER)
                .header("Authorization", "Bearer " + Cluster.KEY).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(row)).build();
        try {
            HttpResponse<String> answer = http.send(letter, BodyHandlers.ofString());
            boolean taken = answer.statusCode() == 200 && answer.body().matches("(?s).*\"result\"\\s*:\\s*\"(accepted|duplicate)\".*");
            if (!taken) {
                refusals.merge(String.valueOf(answer.statusCode()), 1, Integer::sum);
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception away) {
            refusals.merge(away.getClass().getSimpleName(), 1, Integer::sum);
            return false;
        }
    }

    private String order(Asked wish) {
        String at = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.HOURS).toString();
        List<String> payments = new ArrayList<>();
        for (int part = 0; part < wish.parts().size(); part++) {
            payments.add("""
                    {"paymentId":"PAY-%s-%d","provider":"%s","method":"wallet","paid":%s,"paidAt":"%s"}"""
                    .formatted(wish.order(), part, provider(wish, part), cny(wish.parts().get(part)), at));
        }
        return """
                {"orderId":"%s","version":"%s","state":"PAID","currency":"CNY","createdAt":"%s","paidAt":"%s","freeShipping":true,
                 "freight":%s,"buyer":{"id":"b-%s","name":"张三","phone":"13800001234","language":"zh-CN","address":{"country":"CN",
                 "province":"浙江省","city":"杭州市","district":"西湖区","street":"文三路 18 号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-2003","sku":"P-2003-A","title":"玻璃密封罐","quantity":1,"paid":%s}],
                 "payments":[%s],"shipments":[]}
                """.formatted(wish.order(), at, at, at, cny(0), wish.order(), cny(wish.paid()), String.join(",", payments));
    }

    private static String request(Asked wish) {
        return """
                {"requestId":"%s","version":"1","orderId":"%s","kind":"REFUND_ONLY","askedRemedy":"REFUND","reasonCode":"BUYER_CANCEL",
                 "reasonText":"拍错颜色了，还没发货，麻烦退一下","goodsReceived":false,"lines":[{"lineId":"1","quantity":1}],
                 "askedAmount":%s,"createdAt":"%s","platformDeadline":null,"status":"OPEN"}
                """.formatted(wish.request(), wish.order(), cny(wish.paid()),
                Instant.now().truncatedTo(ChronoUnit.HOURS));
    }

    private static String cny(long minor) {
        return "{\"minor\":" + minor + ",\"currency\":\"CNY\"}";
    }

    List<Asked> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** How often a delivery had to be repeated, by the reason. */
    Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "buyer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
