package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods sent out again: reserved once, picked by scan, told to the seller's books, followed to the buyer. */
@RoomTest
class ReplacementRoomTest extends YardRoom {

    private static Map<String, Object> picked(String sku, int pieces, String waybill) {
        return Map.of("picked", "shipped", "lines", List.of(Map.of("counted", pieces, "scannedSku", sku)), "carrier", "sf", "waybill", waybill);
    }

    @Test
    void whatIsPickedByScanLeavesUnderANewWaybillAndIsFollowedToTheBuyer() {
        String number = yard.sold("X1", "E-1", 1);
        yard.stock("E-1-A", 5);
        yard.replacementAgreed(number, "exchange");
        yard.until("bins told", () -> !yard.opened("he", number, "pickGoods").at("/data/lines/0/bin").asString("").isEmpty());
        JsonNode form = yard.opened("he", number, "pickGoods");
        assertThat(form.at("/data/buyerWords").asString()).isEqualTo("想换大一号");
        assertThat(form.at("/item/dueAt").asString("")).isNotEmpty();

        Visitor.Answer wrong = yard.completes("he", number, "pickGoods", picked("E-2-A", 1, "NEW-X1"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("rule").asString()).isEqualTo("wrongSku");
        assertThat(yard.completes("he", number, "pickGoods", picked("E-1-A", 2, "NEW-X1")).json().path("rule").asString()).isEqualTo("quantity");
        assertThat(yard.completes("he", number, "pickGoods", picked("E-1-A", 1, "OUTX1OUTX1")).status()).isEqualTo(200);

        assertThat(yard.goods(number).at("/replacement/state").asString()).isEqualTo("SHIPPED");
        yard.until("buyer told", () -> yard.messages("X1").contains("新包裹已发出"));
        yard.until("books told", () -> yard.told(number).contains("events REPLACEMENT_SHIPPED-" + number + "-S1"));
        yard.scan("OUTX1OUTX1", "DELIVERED");
        yard.scan("OUTX1OUTX1", "DELIVERED");
        yard.until("process ends", () -> !yard.walks("replacement-shipment", number));
        assertThat(yard.goods(number).at("/replacement/state").asString()).isEqualTo("DELIVERED");
        assertThat(yard.timeline(number)).filteredOn("再次发出的包裹已签收"::equals).hasSize(1);
    }

    @Test
    void theOldParcelsLabelIsRefused() {
        String number = yard.sold("LABEL2", "E-3", 1);
        yard.replacementAgreed(number, "reship");
        Visitor.Answer old = yard.completes("he", number, "pickGoods", picked("E-3-A", 1, "OUTLABEL2"));
        assertThat(old.status()).isEqualTo(422);
        assertThat(old.json().path("field").asString()).isEqualTo("waybill");
    }

    @Test
    void ofTwoExchangesForTheLastPieceOneGetsIt() {
        String one = yard.sold("X3", "LAST", 1);
        String other = yard.sold("X4", "LAST", 1);
        yard.stock("LAST-A", 1);
        CompletableFuture.allOf(CompletableFuture.runAsync(() -> yard.replacementAgreed(one, "exchange")),
                CompletableFuture.runAsync(() -> yard.replacementAgreed(other, "exchange"))).join();

        assertThat(List.of(yard.goods(one).at("/replacement/state").asString(), yard.goods(other).at("/replacement/state").asString()))
                .containsExactlyInAnyOrder("RESERVED", "OUT_OF_STOCK");
        String winner = yard.goods(one).at("/replacement/state").asString().equals("RESERVED") ? one : other;
        String third = yard.sold("X5", "LAST", 1);
        yard.replacementAgreed(third, "exchange");
        assertThat(yard.goods(third).at("/replacement/state").asString()).as("it stays reserved").isEqualTo("OUT_OF_STOCK");

        yard.done("he", winner, "pickGoods", Map.of("picked", "outOfStock", "note", "货架空"));
        assertThat(yard.goods(winner).at("/replacement/state").asString()).isEqualTo("OUT_OF_STOCK");
        assertThat(yard.walks("replacement-shipment", winner)).isFalse();
        yard.until("warehouse told", () -> yard.told(winner).contains("events SHIPMENT_CANCELLED-" + winner + "-S1"));
        String fourth = yard.sold("X6", "LAST", 1);
        yard.replacementAgreed(fourth, "exchange");
        assertThat(yard.goods(fourth).at("/replacement/state").asString()).as("what was given back is there for others").isEqualTo("RESERVED");
    }

    @Test
    void theBuyersOwnGoodsGoBackWithoutTouchingTheStock() {
        String number = yard.sold("X7", "OWN", 1);
        yard.stock("OWN-A", 0);
        yard.returnAgreed(number, "NO_REASON");
        yard.sendsBack("X7", "OWN7BACK");
        yard.takenIn("K-X7", "OWN7BACK", 1, 900);
        yard.done("he", number, "receiveParcel", Map.of("lines", List.of(Map.of("counted", 1, "grade", "A"))));
        yard.done("he", number, "inspectGoods", Map.of("findings", List.of("NONE")));
        yard.replacementAgreed(number, "sendBack");

        assertThat(yard.completes("he", number, "pickGoods", Map.of("picked", "outOfStock")).json().path("rule").asString()).isEqualTo("ownGoods");
        yard.done("he", number, "pickGoods", picked("OWN-A", 1, "OWN7AGAIN"));
        assertThat(yard.goods(number).at("/replacement/purpose").asString()).isEqualTo("sendBack");
        yard.until("buyer told", () -> yard.messages("X7").contains("商品已寄还给您"));
    }

    @Test
    void aWarehouseThatIsDownIsToldLaterAndOnce() {
        String number = yard.sold("X8", "E-8", 1);
        assertThat(yard.as("lin").post("/sandbox/warehouse/away", "{\"number\":\"%s-S1\",\"times\":2}".formatted(number)).status()).isEqualTo(204);
        yard.replacementAgreed(number, "reship");
        yard.until("told after two failures", () -> yard.told(number).contains("shipments " + number + "-S1"));
        yard.until("taken", () -> "TAKEN".equals(yard.row("select state from logistics.notice where number = :key", number + "-S1")));
        assertThat(yard.row("select times::text from sandbox.warehouse_notice where number = :key", number + "-S1")).isEqualTo("1");
        assertThat(yard.row("select attempts::text from dispatch.outbox where ref = :key", "SHIPMENT_ORDERED:" + number + "-S1")).isEqualTo("3");
    }
}
