package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.platforms.PlatformMatter.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An exchange whose goods the warehouse takes back and sends again is told to the marketplace, each step once. */
@RoomTest
class ExchangeAtTaobaoRoomTest {

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;

    private final String tid = "74" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    private MarketFloor floor;
    private String exchange;
    private String number;

    @BeforeEach
    void theGoodsComeBack() {
        floor = tools.taobao(port, Map.of(), Map.of());
        floor.tell("products", """
            {"productId":"P-1","title":"毛毯","category":"家纺","class":"STANDARD","noReasonExcluded":false,"serials":[]}""");
        floor.tell("stock", "{\"sku\":\"P-1\",\"available\":5,\"at\":\"%s\"}".formatted(Instant.now().minusSeconds(3_600)));
        floor.sells(tid, 5_000, "DELIVERED");
        exchange = floor.act("refunds", Map.of("shop", floor.shop, "tid", tid, "type", "TMALL_EXCHANGE", "fee", "50.00", "reason", "七天无理由")).path("name").asString();
        floor.read();
        number = floor.caseOf(tid);
        floor.matter(exchange, State.WAITS_FOR_GOODS);
    }

    private void comesBack() {
        floor.act("act", Map.of("name", exchange, "what", "SHIP", "value", "YT" + exchange));
        floor.matter(exchange, State.GOODS_BACK);
        floor.until("the parcel is known", () -> floor.row("select waybill from logistics.goods_return where shop_id = :shop and case_number = :key", number) != null);
        floor.tell("receipts", """
            {"receiptId":"K-%1$s","waybill":"YT%1$s","receivedAt":"%2$s","weightGrams":900,"lines":[{"lineId":"1","quantity":1,"grade":"A"}]}
            """.formatted(exchange, MarketFloor.days(0)));
        floor.task(number, "receiveParcel");
        floor.done("he", number, "receiveParcel", Map.of("lines", List.of(Map.of("counted", 1, "grade", "A")), "evidence", List.of(floor.attaches("he", number))));
        floor.task(number, "inspectGoods");
    }

    private void found(String finding) {
        floor.done("he", number, "inspectGoods", Map.of("findings", List.of(finding), "evidence", List.of(floor.attaches("he", number))));
    }

    private void leaves() {
        floor.task(number, "pickGoods");
        floor.done("he", number, "pickGoods", Map.of("picked", "shipped", "carrier", "顺丰速运", "waybill", "SF" + exchange, "lines", List.of(Map.of("counted", 1, "scannedSku", "P-1"))));
    }

    private String body(String field) {
        return floor.row("select body ->> '" + field + "' from sandbox.market_thing where shop = :shop and name = :key", exchange);
    }

    @Test
    void goodsThatCameBackAndGoodsThatLeaveAreToldWithCarrierAndWaybill() {
        comesBack();
        assertThat(floor.deeds(exchange)).as("nothing is said before somebody looked").containsExactly("RETURN_AGREED");
        found("OPENED");
        floor.until("taken back there", () -> floor.deeds(exchange).contains("GOODS_TAKEN"));
        floor.matter(exchange, State.WAITS_FOR_SHIPMENT);
        leaves();
        floor.until("sent there", () -> floor.deeds(exchange).contains("SENT"));
        assertThat(body("seller_logistic_no")).isEqualTo("SF" + exchange);
        assertThat(body("seller_logistic_name")).isEqualTo("顺丰速运");
        floor.until("the case says so", () -> floor.timeline(number).containsAll(List.of("平台已登记：已收到退货", "平台已登记：换货已发出")));
        assertThat(floor.deeds(exchange)).containsExactly("RETURN_AGREED", "GOODS_TAKEN", "SENT");
    }

    @Test
    void whatLeftBeforeTheMarketplaceWaitedForItIsToldAsSoonAsItDoesAndOnceThoughTheAnswerWasLost() {
        comesBack();
        floor.act("fault", Map.of("shop", floor.shop, "method", "tmall.exchange.returngoods.agree", "how", "FAIL"));
        floor.act("fault", Map.of("shop", floor.shop, "method", "tmall.exchange.consigngoods", "how", "LOSE"));
        found("OPENED");
        floor.until("it was tried", () -> "SENDING".equals(floor.row("select state from platforms.request where shop_id = :shop and matter = :key and kind = 'CONFIRM_GOODS'", exchange)));
        leaves();
        floor.until("it left", () -> floor.timeline(number).stream().anyMatch(line -> line.startsWith("已再次发货")));
        assertThat(floor.rows("select number from platforms.request where shop_id = :shop and matter = :key and kind = 'SEND_REPLACEMENT'", exchange)).isEmpty();
        String confirmed = floor.row("select number from platforms.request where shop_id = :shop and matter = :key and kind = 'CONFIRM_GOODS'", exchange);
        floor.tx.executeWithoutResult(status -> floor.books.sql("update platforms.request set sent_at = now() - interval '2 minutes' where number = :n").param("n", confirmed).update());
        floor.hurry(confirmed);
        floor.becomes(confirmed, "DONE");
        floor.read();
        floor.until("sent there", () -> floor.deeds(exchange).contains("SENT"));
        String sent = floor.row("select number from platforms.request where shop_id = :shop and matter = :key and kind = 'SEND_REPLACEMENT'", exchange);
        floor.hurry(sent);
        floor.becomes(sent, "DONE");
        assertThat(floor.code(sent)).isEqualTo("FOUND_DONE");
        assertThat(floor.deeds(exchange)).containsExactly("RETURN_AGREED", "GOODS_TAKEN", "SENT");
    }

    @Test
    void goodsThatAreNotAsAgreedAreNotConfirmed() {
        comesBack();
        found("TAG_CUT");
        floor.task(number, "reviewReturn");
        assertThat(floor.rows("select number from platforms.request where shop_id = :shop and matter = :key and kind = 'CONFIRM_GOODS'", exchange)).isEmpty();
        assertThat(floor.deeds(exchange)).containsExactly("RETURN_AGREED");
    }
}
