package dev.afterflow.faults;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * People of a shop who say something at the played Taobao about each of their orders: messages, a flag, an answer to a review, evidence, and
 * that a return is agreed or refused. Each is asked at either node, under one number, until a node says that it has it, and some once more
 * afterwards; what was acknowledged is kept for the checker.
 */
final class Sellers implements AutoCloseable {

    /** Every one of an order's, and evidence for every second. */
    static final int PER_TWO_ORDERS = 11;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Cluster cluster;
    private final List<Node> nodes;
    private final MarketBuyers buyers;
    private final long seed;
    private final Map<Node, Visitor> sessions = new ConcurrentHashMap<>();
    private final Queue<Said> acknowledged = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(6, work -> {
        Thread thread = new Thread(work, "seller");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, String> defended = new ConcurrentHashMap<>();
    private int orders;

    /** What a node acknowledged; {@code flag} of a remark only. */
    record Said(String number, Kind kind, String matter, String words, String flag) {

        /** As the house marks the n-th of its words in a record, from 1 for papers; 0 is the message itself. */
        String mark(int n) {
            return "[" + number.substring(number.length() - 12) + (n == 0 ? "" : "-" + n) + "]";
        }
    }

    Sellers(Cluster cluster, List<Node> nodes, MarketBuyers buyers, long seed) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.buyers = buyers;
        this.seed = seed;
    }

    /** At least so many things are said, spread evenly; answers a latch that opens when all were heard. */
    CountDownLatch say(int many, Duration spread) {
        int more = 2 * ((many + PER_TWO_ORDERS - 1) / PER_TWO_ORDERS);
        CountDownLatch heard = new CountDownLatch(more / 2 * PER_TWO_ORDERS);
        for (int i = 0; i < more; i++) {
            int order = orders++;
            hands.schedule(() -> begin(order, heard), spread.toMillis() * i / more, TimeUnit.MILLISECONDS);
        }
        return heard;
    }

    private void begin(int order, CountDownLatch heard) {
        Random chance = new Random(seed * 31 + order);
        String tid = "7" + Math.floorMod(seed, 100_000) + "%05d".formatted(order);
        buyers.known(tid, order(tid), order);
        String how = MarketBuyers.HOWS.get(chance.nextInt(MarketBuyers.HOWS.size()));
        String refund = buyers.wish(Map.of("shop", Buyers.SHOP, "tid", tid, "type", "REFUND_AND_RETURN", "fee", "199.00", "reason", "商品质量问题", "how", how));
        press("rates", Map.of("shop", Buyers.SHOP, "tid", tid, "oid", tid, "result", "good", "content", "挺好的", "how", how));
        List<Said> all = new ArrayList<>();
        all.add(said(order, 1, Kind.MESSAGE, refund, "您好，请拍一张照片", null));
        all.add(said(order, 2, Kind.MESSAGE, refund, "收到，我们正在处理", null));
        all.add(said(order, 3, Kind.FLAG, tid, "售后处理中", String.valueOf(1 + chance.nextInt(5))));
        all.add(said(order, 4, Kind.REPLY_REVIEW, "rate-" + tid, "谢谢您的支持 " + order, null));
        all.add(said(order, 5, order % 4 < 2 ? Kind.AGREE_RETURN : Kind.REFUSE, refund, order % 4 < 2 ? null : "签收超过约定时间，商品已使用", null));
        if (order % 2 == 0) {
            press("act", Map.of("name", refund, "what", "EVIDENCE", "how", how));
            all.add(said(order, 6, Kind.SUBMIT_EVIDENCE, refund, "举证材料", null));
        }
        Collections.shuffle(all, chance);
        all.forEach(each -> hands.execute(() -> ask(each, order, chance.nextInt(10) == 0, heard)));
    }

    /** Each of these disputes, told with the shop it is about, is answered with evidence, which the bank reads once; done when nodes have all. */
    void defend(Map<String, String> shops) {
        CountDownLatch heard = new CountDownLatch(shops.size());
        shops.forEach((id, shop) -> hands.execute(() -> defend(id, shop, 0, heard)));
        Patience.until("every defence is acknowledged", Duration.ofSeconds(180), () -> heard.getCount() == 0);
    }

    private void defend(String dispute, String shop, int tries, CountDownLatch heard) {
        String number = Hand.OURS + "D-" + Math.floorMod(dispute.hashCode(), 1_000_000_000);
        if (told(nodes.get(Math.floorMod(tries + dispute.hashCode(), nodes.size())), Map.of("number", number, "shop", shop, "dispute", dispute))) {
            defended.put(dispute, number);
            heard.countDown();
        } else {
            hands.schedule(() -> defend(dispute, shop, tries + 1, heard), 300, TimeUnit.MILLISECONDS);
        }
    }

    /** The disputes a node said it would answer, with the number of the answer. */
    Map<String, String> defended() {
        return defended;
    }

    private Said said(int order, int n, Kind kind, String matter, String words, String flag) {
        return new Said(Hand.OURS + Math.floorMod(seed, 1_000_000) + "-%06d%d".formatted(order, n), kind, matter, words, flag);
    }

    private void ask(Said said, int tries, boolean again, CountDownLatch heard) {
        if (told(nodes.get(Math.floorMod(tries, nodes.size())), said)) {
            acknowledged.add(said);
            heard.countDown();
            if (again) {
                told(nodes.get(Math.floorMod(tries + 1, nodes.size())), said);
            }
        } else {
            hands.schedule(() -> ask(said, tries + 1, again, heard), 300, TimeUnit.MILLISECONDS);
        }
    }

    private boolean told(Node node, Said said) {
        Map<String, Object> words = new TreeMap<>(Map.of("number", said.number(), "shop", Buyers.SHOP, "kind", said.kind().name(), "matter", said.matter()));
        if (said.words() != null) {
            words.put("words", said.words());
        }
        if (said.flag() != null) {
            words.put("flag", said.flag());
        }
        if (said.kind() == Kind.REFUSE) {
            words.put("reason", "102");
        }
        return told(node, words);
    }

    private boolean told(Node node, Map<String, Object> words) {
        try {
            if (sessions.computeIfAbsent(node, each -> Visitor.as("lin", each.port())).post(Hand.DOOR, JSON.writeValueAsString(words)).status() == 202) {
                return true;
            }
        } catch (RuntimeException | AssertionError away) {
            // it is asked elsewhere
        }
        sessions.remove(node);
        return false;
    }

    private void press(String button, Map<String, Object> words) {
        cluster.sandbox().press("markets/" + button, JSON.writeValueAsString(words)).orElseThrow();
    }

    private static String order(String tid) {
        String at = Instant.now().minus(Duration.ofDays(4)).truncatedTo(ChronoUnit.HOURS).toString();
        return """
                {"orderId":"%1$s","version":"%2$s","state":"SHIPPED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,
                 "freight":{"minor":0,"currency":"CNY"},"buyer":{"id":"b-%1$s","name":"李四","language":"zh-CN"},
                 "items":[{"lineId":"%1$s","productId":"P-2003","title":"玻璃密封罐","quantity":1,"paid":{"minor":19900,"currency":"CNY"}}],
                 "payments":[{"paymentId":"%1$s","provider":"taobao","method":"alipay","paid":{"minor":19900,"currency":"CNY"},"paidAt":"%2$s"}],
                 "shipments":[{"shipmentId":"1","carrier":"yto","waybill":"YT%1$s","shippedAt":"%2$s","lines":[{"lineId":"%1$s","quantity":1}]}]}
                """.formatted(tid, at);
    }

    List<Said> acknowledged() {
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
