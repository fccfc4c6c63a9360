package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.providers.Provider;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A shop that sells at two marketplaces speaks to each about its own orders. */
@RoomTest
class TwoMarketsRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;
    @Autowired
    MarketPay shopifyPay;

    private final String tid = "75" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    private MarketFloor floor;

    @BeforeEach
    void aShopAtBoth() {
        floor = tools.taobao(port, Map.of(), Map.of());
        Visitor.Answer answer = floor.as("admin").put("/api/connections/" + floor.shop + "/shopify", floor.json(Map.of("inUse", true,
            "settings", Map.of("url", "http://127.0.0.1:" + port + "/sandbox/shopify/" + floor.shop + "/admin/api/2026-01"),
            "secrets", Map.of("accessToken", "shpat_demo_" + floor.shop, "appSecret", "shopify-demo-secret"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String at(String number) {
        return floor.row("select platform from platforms.request where shop_id = :shop and number = :key", number);
    }

    @Test
    void eachMatterIsAnsweredWhereItWasAskedAndMoneyGoesBackWhereItLies() {
        String refund = floor.act("refunds", Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "50.00")).path("name").asString();
        JsonNode order = floor.act("shopify/orders", Map.of("shop", floor.shop, "amount", "129.50", "currency", "BRL", "how", "silent"));
        String name = order.path("name").asString();
        floor.read();
        PlatformMatter matter = floor.matter(refund, State.ASKED);
        String agreed = floor.ask(Kind.AGREE_REFUND, refund, matter.version(), new Money(5_000, "CNY"), null, null, Map.of());
        floor.becomes(agreed, "DONE");
        assertThat(at(agreed)).isEqualTo("taobao");
        assertThat(floor.deeds(refund)).containsExactly("GIVEN");

        String payment = ShopifyQueries.number(name) + "/" + ShopifyQueries.number(order.at("/body/transactions/0/id").asString());
        Provider.Ask ask = new Provider.Ask(floor.shop, "R" + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase() + "g0", floor.tx.execute(status ->
            shopifyPay.request(new Provider.Order(floor.shop, "C-2", "x", payment, new Money(4_950, "BRL"), new Money(12_950, "BRL"), "refund", "/p"))));
        assertThat(shopifyPay.refund(ask).result()).isEqualTo(Provider.Result.PROCESSING);
        floor.until("given", () -> shopifyPay.query(ask).result() == Provider.Result.SUCCEEDED);
        assertThat(at(ask.refundNo())).isEqualTo("shopify");
        assertThat(floor.deeds(name)).containsExactly("GIVEN");
    }

    @Test
    void whatOneMarketplaceDoesByMachineAndTheOtherDoesNotIsToldForEachMatter() {
        String refund = floor.act("refunds", Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "50.00")).path("name").asString();
        floor.read();
        floor.matter(refund, State.ASKED);
        assertThat(floor.platforms.way(floor.shop, Kind.MESSAGE, refund)).isEqualTo(Platforms.Way.MACHINE);
        assertThat(floor.platforms.way(floor.shop, Kind.MESSAGE, tid)).as("by the order").isEqualTo(Platforms.Way.MACHINE);
        String message = floor.ask(Kind.MESSAGE, refund, "您好");
        floor.becomes(message, "DONE");
        assertThat(at(message)).isEqualTo("taobao");
        floor.becomes(floor.ask(Kind.FLAG, tid, null, null, null, "售后", Map.of("FLAG", "1")), "DONE");
        assertThat(floor.row("select market from sandbox.market_remark where shop = :shop and order_no = :key", tid)).isEqualTo("taobao");
        assertThat(floor.platforms.does(floor.shop, Kind.MESSAGE, "no-such-order", List.of("shopify"))).isEmpty();
        assertThat(floor.platforms.does(floor.shop, Kind.FLAG, "no-such-order", List.of("shopify"))).contains("shopify");
    }

    @Test
    void aMatterWhoseAccountIsGoneIsAPersonsAndNotTheOtherMarketplaces() {
        String refund = floor.act("refunds", Map.of("shop", floor.shop, "tid", tid, "type", "REFUND", "fee", "50.00")).path("name").asString();
        floor.read();
        floor.matter(refund, State.ASKED);
        Visitor.Answer answer = floor.as("admin").put("/api/connections/" + floor.shop + "/taobao", floor.json(Map.of("inUse", false,
            "settings", Map.of("url", "http://127.0.0.1:" + port + "/sandbox/taobao/router/rest", "appKey", "21000001", "kind", "tmall"), "secrets", Map.of())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String message = floor.ask(Kind.MESSAGE, refund, "您好");
        floor.becomes(message, "BY_HAND");
        assertThat(at(message)).isNull();
    }
}
