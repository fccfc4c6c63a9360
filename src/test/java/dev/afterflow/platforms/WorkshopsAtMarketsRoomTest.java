package dev.afterflow.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.ShopFloor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people decide about disputes and reviews goes to the marketplace by machine, once, and its verdict comes back. */
@RoomTest
class WorkshopsAtMarketsRoomTest {

    private static final String ORDER = """
            {"orderId":"%1$s","version":"1","state":"FINISHED","currency":"CNY","createdAt":"%2$s","paidAt":"%2$s","freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
             "buyer":{"id":"b-%1$s","name":"赵六","phone":"13800004321","language":"zh-CN"},
             "items":[{"lineId":"1","productId":"P-1","sku":"S-1","title":"香薰","quantity":1,"paid":{"minor":5900,"currency":"CNY"},"freight":{"minor":0,"currency":"CNY"}}],
             "payments":[{"paymentId":"%1$s-1","provider":"sandbox","method":"alipay","paid":{"minor":5900,"currency":"CNY"},"paidAt":"%2$s"}],"shipments":[]}
            """;

    @LocalServerPort
    int port;
    @Autowired
    MarketFloor.Tools tools;

    private static String last(String gid) {
        return gid.substring(gid.lastIndexOf('/') + 1);
    }

    private String caseOf(MarketFloor floor, String order, String kind) {
        String query = "select number from cases.case_file where shop_id = :shop and order_id = :key and kind = '" + kind + "' limit 1";
        floor.until("case of " + order, () -> floor.row(query, order) != null);
        return floor.row(query, order);
    }

    @Test
    void aDisputeAtShopifyIsAnsweredByMachineWithItsPackAndTheLossIsBooked() {
        MarketFloor floor = tools.shopify(port);
        String order = floor.act("shopify/orders", Map.of("shop", floor.shop, "amount", "129.50", "currency", "BRL", "how", "silent")).path("name").asString();
        floor.read();
        floor.until("the order is here", () -> floor.row("select order_id from orders.shop_order where shop_id = :shop and order_id = :key", last(order)) != null);
        String dispute = floor.act("shopify/disputes", Map.of("shop", floor.shop, "order", order, "amount", "129.50", "currency", "BRL")).path("name").asString();
        floor.read();
        String number = caseOf(floor, last(order), "DISPUTE");
        assertThat(floor.as("lin").get("/api/cases/" + number + "/dispute").json().at("/dispute/times/told").asBoolean()).as("the bank's own deadline").isTrue();

        floor.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "已签收"));
        floor.done("lin", number, "gatherEvidence", Map.of("statement", "The parcel was delivered and signed for.", "incomplete", "承运商尚未给出底单"));
        floor.done("zhou", number, "approvePack", Map.of("answer", "yes"));
        floor.until("taken by the bank", () -> floor.as("lin").get("/api/cases/" + number + "/dispute").json().at("/dispute/state").asString().equals("ANSWERED"));
        assertThat(floor.deeds(dispute)).containsExactly("SUBMITTED");
        assertThat(floor.tasks(number)).isEmpty();

        floor.act("shopify/decide", Map.of("name", dispute, "what", "LOST"));
        floor.read();
        floor.until("the appeal is weighed", () -> floor.tasks(number).contains("decideAppeal"));
        floor.done("lin", number, "decideAppeal", Map.of("answer", "no", "note", "没有新事实"));
        floor.untilClosed(number, "LOST");
        assertThat(floor.rows("select account || ' ' || sum(amount) from disputes.ledger_entry where shop_id = :shop and case_number = :key group by account having sum(amount) <> 0 order by 1", number))
                .hasSize(2).anyMatch(line -> line.startsWith("lost/") && line.endsWith(" 12950")).anyMatch(line -> line.startsWith("provider/") && line.endsWith(" -12950"));
        assertThat(floor.rows("select state || ' ' || provider || ' ' || amount from payments.refund where shop_id = :shop and case_number = :key", number))
                .as("the buyer has it: nobody gives it again").containsExactly("SUCCEEDED shopify 12950");
    }

    @Test
    void aReviewAtTaobaoIsAnsweredByMachineOnce() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        String order = "65" + (System.nanoTime() % 1_000_000_000L);
        floor.tell("orders", ORDER.formatted(order, ShopFloor.days(6)));
        floor.act("rates", Map.of("shop", floor.shop, "tid", order, "oid", order + "1", "result", "bad", "content", "味道很大", "how", "silent"));
        floor.read();
        String number = caseOf(floor, order, "REVIEW");

        floor.done("lin", number, "analyseReview", Map.of("route", "EXPLAIN", "cause", "DEFECT", "owner", "none", "note", "新品开封有气味"));
        assertThat(floor.opened("lin", number, "writeReply").path("data").path("hand").asString("")).as("a machine does it").isEmpty();
        floor.done("lin", number, "writeReply", Map.of("answer", "reply", "text", "您好，新品开封初期会有气味，通风后会散去，我们已为您安排检测。"));
        floor.until("posted", () -> floor.as("lin").get("/api/cases/" + number + "/review").json().at("/review/state").asString().equals("WATCHED"));
        assertThat(floor.as("lin").get("/api/cases/" + number + "/review").json().at("/review/replyState").asString()).isEqualTo("DONE");
        assertThat(floor.deeds("rate:" + order + "1")).containsExactly("ANSWERED");
    }

    @Test
    void aReviewTheMarketplaceNeverToldUsOfIsAnsweredByHand() {
        MarketFloor floor = tools.taobao(port, Map.of(), Map.of());
        String order = "66" + (System.nanoTime() % 1_000_000_000L);
        floor.tell("orders", ORDER.formatted(order, ShopFloor.days(6)));
        floor.tell("reviews", """
                {"reviewId":"V-%1$s","version":"1","orderId":"%1$s","score":1,"title":null,"text":"味道很大","createdAt":"%2$s","answeredAt":null}
                """.formatted(order, ShopFloor.days(1)));
        String number = caseOf(floor, order, "REVIEW");

        floor.done("lin", number, "analyseReview", Map.of("route", "EXPLAIN", "cause", "DEFECT", "owner", "none", "note", "开封有气味"));
        assertThat(floor.opened("lin", number, "writeReply").at("/data/hand").asString()).contains("没有向本系统告知过");
        floor.done("lin", number, "writeReply", Map.of("answer", "reply", "text", "您好，新品开封初期会有气味，通风后会散去。"));
        assertThat(floor.tasks(number)).containsExactly("postReplyByHand");
    }
}
