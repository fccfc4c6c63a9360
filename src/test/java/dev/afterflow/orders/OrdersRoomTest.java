package dev.afterflow.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.intake.Receipt;
import dev.afterflow.money.Money;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersRoomTest {

    private static final String SHOP = "orders-room";

    @LocalServerPort
    int port;
    @Autowired
    Intake intake;
    @Autowired
    Orders orders;
    @Autowired
    Products products;
    @Autowired
    Shops shops;
    @Autowired
    JsonMapper json;

    @BeforeAll
    void open() {
        shops.open(new Shop(SHOP, "ORDR", "订单房间", "Orders", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
    }

    @Test
    void anOrderComesBackAsItWasTold() {
        tell("orders", order("T-1", "2026-11-20T10:00:00Z"));
        Order order = orders.find(SHOP, "T-1").orElseThrow();
        assertThat(order.state()).isEqualTo(Order.State.SHIPPED);
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-11-19T02:00:00Z"));
        assertThat(order.items()).extracting(Order.Item::lineId).containsExactly("1", "2");
        assertThat(order.item("2").orElseThrow().paid()).isEqualTo(new Money(5000, "CNY"));
        assertThat(order.payments()).extracting(Order.Payment::paid)
                .containsExactly(new Money(12950, "CNY"), new Money(5000, "CNY"));
        assertThat(order.paid()).isEqualTo(new Money(17950, "CNY"));
        assertThat(order.shipments()).hasSize(2);
        assertThat(order.shipments().get(0).lines()).containsExactly(new Order.Packed("1", 1));
        assertThat(order.buyer().address().city()).isEqualTo("杭州市");
        assertThat(order.deliveredAt()).isEmpty();
        assertThat(order.isShipped()).isTrue();
    }

    @Test
    void aNewerVersionReplacesWhatItNamesAndKeepsWhatItLeavesOut() {
        tell("orders", order("T-2", "2026-11-20T10:00:00Z"));
        ObjectNode newer = order("T-2", "2026-11-20T11:00:00Z").put("state", "DELIVERED");
        newer.remove("payments");
        newer.withArray("/items").remove(1);
        newer.withArray("/shipments").remove(1);
        assertThat(tell("orders", newer).accepted()).isEqualTo(1);
        Order order = orders.find(SHOP, "T-2").orElseThrow();
        assertThat(order.state()).isEqualTo(Order.State.DELIVERED);
        assertThat(order.items()).hasSize(1);
        assertThat(order.shipments()).hasSize(1);
        assertThat(order.payments()).hasSize(2);
    }

    @Test
    void aThresholdOfFreeShippingAndOpenedGoodsAreKeptAsTold() {
        ObjectNode told = order("FREE-1", "2026-11-20T10:00:00Z");
        told.putObject("freeFreight").set("from", money(13_000)).set("waived", money(800));
        ((ObjectNode) told.withArray("/items").get(0)).put("opened", true);
        tell("orders", told);

        Order order = orders.find(SHOP, "FREE-1").orElseThrow();
        assertThat(order.freeFreight()).isEqualTo(new Order.FreeFreight(new Money(13_000, "CNY"), new Money(800, "CNY")));
        assertThat(order.items()).extracting(Order.Item::opened).containsExactly(true, null);
        assertThat(order.losesFreeShipping(Map.of("2", 1))).as("154.50 are kept").isFalse();
        assertThat(order.losesFreeShipping(Map.of("2", 2))).as("129.50 are kept").isTrue();
        assertThat(order.losesFreeShipping(Map.of("1", 1, "2", 2))).as("nothing is kept").isFalse();
        assertThat(order.losesFreeShipping(Map.of())).isFalse();
    }

    private ObjectNode money(long minor) {
        return json.createObjectNode().put("minor", minor).put("currency", "CNY");
    }

    @Test
    void anOlderVersionIsKnownAndChangesNothing() {
        tell("orders", order("T-3", "2026-11-20T10:00:00Z").put("state", "FINISHED"));
        Receipt receipt = tell("orders", order("T-3", "2026-11-20T09:59:59Z"));
        assertThat(receipt.duplicate()).isEqualTo(1);
        assertThat(orders.find(SHOP, "T-3").orElseThrow().state()).isEqualTo(Order.State.FINISHED);
    }

    @Test
    void aScanMovesTheParcelBeforeAndAfterItsOrder() {
        tell("tracking", scan("E-1", "SF-T-4-1", "DELIVERED", "2026-11-21T03:00:00Z"));
        tell("orders", order("T-4", "2026-11-20T10:00:00Z"));
        tell("tracking", scan("E-2", "SF-T-4-2", "DELIVERED", "2026-11-21T04:00:00Z"));
        assertThat(orders.find(SHOP, "T-4").orElseThrow().deliveredAt()).contains(Instant.parse("2026-11-21T04:00:00Z"));
    }

    @Test
    void anOrderIsFoundByIdWaybillNameAndPhoneTail() {
        ObjectNode told = order("FIND-7", "2026-11-20T10:00:00Z");
        ((ObjectNode) told.get("buyer")).put("id", "b-find").put("name", "Xu Zhimo_%").put("phone", "+86 139-7777-4321");
        tell("orders", told);
        for (String words : new String[] {"FIND-7", "FIND", "SF-FIND-7-2", "xu zhi", "XU ZHIMO_%", "4321", "77774321"}) {
            assertThat(found(words)).as(words).contains("FIND-7");
        }
        for (String words : new String[] {"%%", "__", "_%_%_%", "\\\\", "' or 1=1--", "IND-7", "432100"}) {
            assertThat(found(words)).as(words).isEmpty();
        }
        Orders.Found first = orders.search(new Orders.Query(Set.of(SHOP), "FIND-7", null, 10)).items().get(0);
        assertThat(first.buyerName()).isEqualTo("X*");
        assertThat(orders.search(new Orders.Query(Set.of("verde"), "FIND-7", null, 10)).items()).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (int i = 0; i < 7; i++) {
            tell("orders", order("PAGE-" + i, "2026-11-20T10:00:00Z"));
        }
        Orders.Page first = orders.search(new Orders.Query(Set.of(SHOP), "PAGE-", null, 3));
        Orders.Page second = orders.search(new Orders.Query(Set.of(SHOP), "PAGE-", first.next(), 3));
        Orders.Page third = orders.search(new Orders.Query(Set.of(SHOP), "PAGE-", second.next(), 3));
        assertThat(first.items()).extracting(Orders.Found::orderId).containsExactly("PAGE-6", "PAGE-5", "PAGE-4");
        assertThat(second.items()).extracting(Orders.Found::orderId).containsExactly("PAGE-3", "PAGE-2", "PAGE-1");
        assertThat(third.items()).extracting(Orders.Found::orderId).containsExactly("PAGE-0");
        assertThat(third.next()).isNull();
    }

    @Test
    void aBuyersStandingCountsWhatWasBoughtAndNotCancelled() {
        for (String id : new String[] {"S-1", "S-2", "S-3"}) {
            ObjectNode told = order(id, "2026-11-20T10:00:00Z").put("state", id.equals("S-3") ? "CANCELLED" : "FINISHED");
            ((ObjectNode) told.get("buyer")).put("id", "b-standing");
            tell("orders", told);
        }
        Orders.Standing standing = orders.buyerStanding(SHOP, "b-standing");
        assertThat(standing.orders()).isEqualTo(2);
        assertThat(standing.spent()).isEqualTo(new Money(2 * 17950, "CNY"));
        assertThat(orders.buyerStanding(SHOP, "nobody").orders()).isZero();
    }

    @Test
    void aMaskedOrderShowsNeitherNameNorPhoneNorStreet() {
        tell("orders", order("T-5", "2026-11-20T10:00:00Z"));
        String shown = json.writeValueAsString(orders.find(SHOP, "T-5").orElseThrow().masked());
        assertThat(shown).contains("138****1234", "张*", "西湖区").doesNotContain("13800001234", "张三", "文三路", "z@example.com", "\"freight\":{}");
    }

    @Test
    void theWebAppSeesOrdersMaskedAndForeignShopsNotAtAll() {
        tell("orders", order("WEB-1", "2026-11-20T10:00:00Z"));
        Visitor lin = Visitor.as("lin", port);
        assertThat(lin.get("/api/orders/" + SHOP + "/WEB-1").body()).contains("张*", "138****1234").doesNotContain("张三");
        assertThat(lin.get("/api/orders?q=WEB-1").json().get("items")).hasSize(1);
        assertThat(lin.get("/api/orders?limit=3").json().get("items")).hasSize(3);
        assertThat(lin.get("/api/orders/" + SHOP + "/nothing").status()).isEqualTo(404);
        assertThat(lin.get("/api/orders/nowhere/WEB-1").status()).isEqualTo(404);
        assertThat(lin.get("/api/orders?shop=nowhere").status()).isEqualTo(404);
        assertThat(lin.get("/api/orders?q=x").status()).isEqualTo(422);
        assertThat(lin.get("/api/orders?after=nonsense").status()).isEqualTo(400);
        assertThat(Visitor.stranger(port).get("/api/orders/" + SHOP + "/WEB-1").status()).isEqualTo(401);
    }

    @Test
    void aProductComesBackAsItWasTold() {
        tell("products", json.readTree("""
                {"productId":"P-9","title":"定制沙发","category":"家具","class":"CUSTOM","noReasonExcluded":true,
                 "exclusionConfirmedAt":"2026-11-01T00:00:00+08:00","exclusionProof":"proof-1","warrantyDays":365,
                 "warrantyFrom":"INSTALLATION","serials":["A1"],"supplier":"S","durable":true,"promiseDays":15}"""));
        Product product = products.all(SHOP, List.of("P-9", "P-0")).get(0);
        assertThat(product.kind()).isEqualTo(Product.Kind.CUSTOM);
        assertThat(product.noReasonExcluded()).isTrue();
        assertThat(product.serials()).containsExactly("A1");
        assertThat(products.all(SHOP, List.of("P-0"))).isEmpty();
    }

    private List<String> found(String words) {
        return orders.search(new Orders.Query(Set.of(SHOP), words, null, 50)).items().stream()
                .map(Orders.Found::orderId).toList();
    }

    private Receipt tell(String kind, JsonNode row) {
        Receipt receipt = intake.deliver(SHOP, "api", kind, row);
        assertThat(receipt.rejected()).as(receipt.toString()).isZero();
        return receipt;
    }

    private ObjectNode scan(String id, String waybill, String code, String at) {
        return json.createObjectNode().put("eventId", id).put("carrier", "sf").put("waybill", waybill).put("code", code)
                .put("at", at);
    }

    private ObjectNode order(String id, String version) {
        return (ObjectNode) json.readTree("""
                {"orderId":"%1$s","version":"%2$s","state":"SHIPPED","currency":"CNY","createdAt":"2026-11-19T10:00:00+08:00",
                 "paidAt":"2026-11-19T10:01:00+08:00","freeShipping":true,
                 "buyer":{"id":"b-1","name":"张三","phone":"13800001234","email":"z@example.com","language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文三路 1 号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-1","sku":"S","title":"茶几","quantity":1,"paid":{"minor":12950,"currency":"CNY"}},
                   {"lineId":"2","productId":"P-2","quantity":2,"paid":{"minor":5000,"currency":"CNY"}}],
                 "payments":[{"paymentId":"PAY-%1$s-1","provider":"sandbox","paid":{"minor":12950,"currency":"CNY"}},
                   {"paymentId":"PAY-%1$s-2","provider":"sandbox","paid":{"minor":5000,"currency":"CNY"}}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF-%1$s-1","shippedAt":"2026-11-20T10:00:00+08:00",
                     "lines":[{"lineId":"1","quantity":1}]},
                   {"shipmentId":"2","carrier":"sf","waybill":"SF-%1$s-2","lines":[{"lineId":"2","quantity":2}]}]}
                """.formatted(id, version));
    }
}
