package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.ShopFloor;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.intake.Intake;
import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.security.Prefixes;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** A shop of its own with an account at a played marketplace: what happens there, what the house was told, and what it wrote. */
final class MarketFloor extends ShopFloor {

    final Platforms platforms;
    final Markets markets;
    final TransactionTemplate tx;
    final JdbcClient books;
    private final MarketPollSweep sweep;
    private final Outbox outbox;
    private final String market;

    private MarketFloor(Tools tools, Shop shop, String market, int port) {
        super(shop, tools.shops, tools.intake, tools.json, tools.sql, tools.transaction, port);
        this.tx = tools.transaction;
        this.books = tools.sql;
        this.platforms = tools.platforms;
        this.markets = tools.markets;
        this.sweep = tools.sweep;
        this.outbox = tools.outbox;
        this.market = market;
    }

    /** What a floor is built with. */
    @Component
    static class Tools {

        @Autowired
        Shops shops;
        @Autowired
        Intake intake;
        @Autowired
        JsonMapper json;
        @Autowired
        JdbcClient sql;
        @Autowired
        TransactionTemplate transaction;
        @Autowired
        Platforms platforms;
        @Autowired
        Markets markets;
        @Autowired
        MarketPollSweep sweep;
        @Autowired
        Outbox outbox;

        private Shop shop(String market, String currency) {
            return new Shop("mkt-" + UUID.randomUUID().toString().substring(0, 8), Prefixes.fresh(), "平台小铺", "平台", market, "Asia/Shanghai", currency, "CN", "zh-CN");
        }

        MarketFloor taobao(int port, Map<String, String> more, Map<String, String> secrets) {
            MarketFloor floor = new MarketFloor(this, shop("taobao", "CNY"), "taobao", port);
            Map<String, String> settings = new HashMap<>(Map.of("url", "http://127.0.0.1:" + port + "/sandbox/taobao/router/rest", "appKey", "21000001", "kind", "tmall"));
            settings.putAll(more);
            Map<String, String> all = new HashMap<>(Map.of("appSecret", "taobao-demo-secret", "session", "demo-session-" + floor.shop));
            all.putAll(secrets);
            return floor.connected(settings, all);
        }

        MarketFloor shopify(int port) {
            MarketFloor floor = new MarketFloor(this, shop("shopify", "BRL"), "shopify", port);
            return floor.connected(Map.of("url", "http://127.0.0.1:" + port + "/sandbox/shopify/" + floor.shop + "/admin/api/2026-01"),
                Map.of("accessToken", "shpat_demo_" + floor.shop, "appSecret", "shopify-demo-secret"));
        }

        MarketFloor other(int port, String market) {
            return new MarketFloor(this, shop(market, "EUR"), market, port);
        }
    }

    private MarketFloor connected(Map<String, String> settings, Map<String, String> secrets) {
        Visitor.Answer answer = as("admin").put("/api/connections/" + shop + "/" + market, json.writeValueAsString(Map.of("settings", settings, "secrets", secrets, "inUse", true)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return this;
    }

    String json(Map<String, ?> words) {
        return json.writeValueAsString(words);
    }

    JsonNode tested() {
        return as("admin").post("/api/connections/" + shop + "/" + market + "/test", "{}").json().path("tested");
    }

    /** Reads all feeds of the shop now. */
    void read() {
        Marketplace of = markets.named(market).orElseThrow();
        sweep.read(of, shop);
        of.feeds().forEach(feed -> outbox.hurry(MarketPoll.KIND, MarketPoll.ref(shop, market, feed)));
        outbox.hurry(MarketPoll.KIND, MarketPoll.ref(shop, market, MarketPoll.QUEUE));
    }

    /** Something happens at the played marketplace. */
    JsonNode act(String what, Map<String, ?> words) {
        Visitor.Answer answer = as("lin").post("/sandbox/world/markets/" + what, json.writeValueAsString(words));
        assertThat(answer.status()).as(what + " " + answer.body()).isEqualTo(200);
        return answer.body().isEmpty() ? NullNode.getInstance() : answer.json();
    }

    List<String> deeds(String thing) {
        return as("lin").get("/sandbox/world/markets/deeds?name=" + thing).json().valueStream().map(deed -> deed.path("deed").asString()).toList();
    }

    PlatformMatter matter(String id) {
        return transaction.execute(status -> platforms.matter(shop, id)).orElse(null);
    }

    /** The matter, once the house stands as the marketplace does. */
    PlatformMatter matter(String id, PlatformMatter.State state) {
        AtomicInteger looks = new AtomicInteger();
        until(id + " is " + state, () -> {
            if (looks.incrementAndGet() % 15 == 0) {
                read();
            }
            return matter(id) != null && matter(id).state() == state;
        });
        return matter(id);
    }

    /** Tells a trade of one line whose money went to the marketplace; shipped three days ago, or paid and not shipped. */
    void sells(String tid, long fen, boolean shipped) {
        sells(tid, fen, shipped ? "SHIPPED" : "PAID");
    }

    /** {@code state} is PAID, SHIPPED, or DELIVERED a day ago. */
    void sells(String tid, long fen, String state) {
        String delivered = state.equals("DELIVERED") ? "\"" + days(1) + "\"" : "null";
        String shipments = state.equals("PAID") ? "" : """
            {"shipmentId":"1","carrier":"sf","waybill":"SF%s","shippedAt":"%s","deliveredAt":%s,"lines":[{"lineId":"1","quantity":1}]}""".formatted(tid, days(3), delivered);
        tell("orders", """
            {"orderId":"%s","version":"%s","state":"%s","currency":"CNY","createdAt":"%s","paidAt":"%s","freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
             "buyer":{"id":"buyer-%s","name":"张三","language":"zh-CN"},
             "items":[{"lineId":"1","productId":"P-1","title":"毛毯","quantity":1,"paid":{"minor":%d,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
             "payments":[{"paymentId":"%s","provider":"taobao","method":"alipay","paid":{"minor":%d,"currency":"CNY"},"paidAt":"%s"}],"shipments":[%s]}
            """.formatted(tid, days(4), state, days(4), days(4), tid, fen, tid, fen, days(4), shipments));
    }

    /** The case of an order, once it is open. */
    String caseOf(String orderId) {
        until("a case of " + orderId, () -> row("select number from cases.case_file where shop_id = :shop and order_id = :key", orderId) != null);
        return row("select number from cases.case_file where shop_id = :shop and order_id = :key order by opened_at", orderId);
    }

    /** How many words of a kind about a matter the letterbox took. */
    List<JsonNode> letters(String kind, String id) {
        return rows("select body::text from intake.message where shop_id = :shop and kind = '" + kind + "' and external_id = :key order by id", id).stream().map(json::readTree).toList();
    }

    String ask(Kind kind, String matter, String seen, Money amount, String reason, String words, Map<String, String> more) {
        String number = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        transaction.executeWithoutResult(status -> platforms.send(new PlatformRequest(number, "CASE-" + number, shop, kind, matter, seen, amount, reason, words, more)));
        return number;
    }

    String ask(Kind kind, String matter, String words) {
        return ask(kind, matter, null, null, null, words, Map.of());
    }

    /** Its next try comes now. */
    void hurry(String number) {
        outbox.hurry(PlatformCourier.KIND, number);
    }

    /** A refund of ours is looked at now, as if it had been sent so long ago. */
    void pays(String refundNo, Duration ago) {
        transaction.executeWithoutResult(status -> books.sql("""
            update payments.refund set first_sent = first_sent - :ago * interval '1 second', last_sent = last_sent - :ago * interval '1 second' where refund_no = :no""")
            .param("ago", ago.toSeconds()).param("no", refundNo).update());
        outbox.hurry("refund", refundNo);
    }

    String state(String number) {
        return row("select state from platforms.request where shop_id = :shop and number = :key", number);
    }

    String code(String number) {
        return row("select code from platforms.request where shop_id = :shop and number = :key", number);
    }

    void becomes(String number, String state) {
        until(number + " becomes " + state, () -> state.equals(state(number)) || "REFUSED CHANGED DONE".contains(String.valueOf(state(number))) && !state.equals(state(number)));
        assertThat(state(number)).as(code(number)).isEqualTo(state);
    }
}
