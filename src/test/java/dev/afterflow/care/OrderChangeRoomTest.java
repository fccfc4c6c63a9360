package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.carriers.Carriers;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.security.Visitor.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Changes buyers ask for, on a real database and with the played marketplace over HTTP. */
@RoomTest
class OrderChangeRoomTest extends QuayRoom {

    @Autowired
    OrderSweep orders;
    @Autowired
    Outbox outbox;
    @Autowired
    Carriers carriers;

    @Test
    void anotherAddressReachesTheWarehouseTheMarketplaceAndTheBuyer() {
        String order = quay.paid("address", 1, 20_000);
        String number = quay.asks(order, "ORDER_CHANGE", "ADDRESS", "请改寄公司地址");
        quay.until("the warehouse holds it", () -> quay.told(number).contains("ORDER_HELD"));
        JsonNode form = quay.opened("lin", number, "handleChange");
        assertThat(form.at("/data/advice").asString()).isEqualTo("可以改");
        assertThat(form.at("/data/now").asString()).contains("138****1234").doesNotContain("13800001234", "文一路");
        assertThat(quay.completes("lin", number, "handleChange", Map.of("changeAnswer", "agreed", "reason", "买家要求")).json()
                .at("/errors/0/field").asString()).isEqualTo("change");
        agrees(number);
        quay.ends(number, "CHANGED");
        quay.until("the warehouse knows", () -> quay.told(number).contains("ORDER_CHANGED"));
        quay.until("the buyer knows", () -> quay.messages(order).contains("订单已按您的要求修改"));
        JsonNode memo = quay.as("lin").get("/sandbox/marketplace/memos?orderId=" + order).json().get(0);
        assertThat(memo.path("flag").asInt()).as("red").isEqualTo(1);
        assertThat(memo.path("memo").asString()).contains("地址：公司前台", "因：买家要求", "工号：", "林小满", number);
        assertThat(quay.timeline(number)).anyMatch(text -> text.startsWith("平台已插红旗"));
    }

    @Test
    void aFlagWhoseAnswerIsLostIsAskedForAndNotPushedTwice() {
        String order = quay.paid("lost", 1, 20_000);
        plan(order, "LOST");
        String number = quay.asks(order, "ORDER_CHANGE", "ADDRESS", "改地址");
        agrees(number);
        quay.until("the answer is lost", () -> !attempts(number).isEmpty());
        quay.until("it is asked for", () -> {
            outbox.hurry(FlagCourier.KIND, "FLAG-" + number);
            return attempts(number).contains("asking SET");
        });
        quay.ends(number, "CHANGED");
        assertThat(attempts(number)).containsExactly("flagging UNKNOWN", "asking SET");
        assertThat(quay.as("lin").get("/sandbox/marketplace/memos?orderId=" + order).json().get(0).path("times").asInt()).as("once").isEqualTo(1);
    }

    @Test
    void aMarketplaceThatWasDownIsAskedFirstAndThenTold() {
        String order = quay.paid("down", 1, 20_000);
        plan(order, "DOWN");
        String number = quay.asks(order, "ORDER_CHANGE", "ADDRESS", "改地址");
        agrees(number);
        quay.until("it is told in the end", () -> {
            outbox.hurry(FlagCourier.KIND, "FLAG-" + number);
            return attempts(number).contains("flagging SET");
        });
        quay.ends(number, "CHANGED");
        assertThat(attempts(number)).containsExactly("flagging UNKNOWN", "asking MISSING", "flagging SET");
    }

    @Test
    void aShopWithAConnectionOfItsOwnFlagsThereAndAKeyThatDoesNotHoldIsFoundByTheTest() {
        Quay own = quay("taobao");
        connects(own, "another-key-than-theirs");
        assertThat(tried(own)).contains("another one", "HTTP 401");
        String order = own.paid("own", 1, 20_000);
        String number = own.asks(order, "ORDER_CHANGE", "ADDRESS", "改地址");
        own.done("lin", number, "handleChange", Map.of("changeAnswer", "agreed", "change", "公司前台", "reason", "买家要求"));
        own.until("its key does not hold there", () -> flagged(own, number).contains("flagging UNKNOWN"));
        connects(own, "marketplace-demo-secret");
        assertThat(tried(own)).startsWith("Works");
        own.until("it is told in the end", () -> {
            outbox.hurry(FlagCourier.KIND, "FLAG-" + number);
            return flagged(own, number).contains("flagging SET");
        });
        own.ends(number, "CHANGED");
        assertThat(own.as("admin").get("/api/connections/" + quay.shop).body()).as("the house's own serves others").contains("marketplace")
                .doesNotContain("marketplace-demo-secret");
    }

    private void connects(Quay own, String secret) {
        Answer saved = own.as("admin").send("PUT", "/api/connections/" + own.shop + "/marketplace",
                "{\"settings\":{\"url\":\"http://127.0.0.1:%d/sandbox/marketplace\"},\"secrets\":{\"secret\":\"%s\"},\"inUse\":true}".formatted(port, secret));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    private static String tried(Quay own) {
        return own.as("admin").post("/api/connections/" + own.shop + "/marketplace/test", "{}").json().at("/tested/en").asString();
    }

    private static List<String> flagged(Quay at, String number) {
        return at.rows("select step || ' ' || outcome from dispatch.attempt where kind = 'remark-flag' and ref = 'FLAG-' || :key order by at, n", number);
    }

    @Test
    void aFlagTheMarketplaceRefusesIsSetByHand() {
        String order = quay.paid("refused", 1, 20_000);
        plan(order, "REFUSE");
        String number = quay.asks(order, "ORDER_CHANGE", "REMARK", "请不要放发票");
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "agreed", "reason", "买家要求"));
        assertThat(quay.opened("lin", number, "flagByHand").at("/data/state").asString()).contains("REFUSED", "MEMO_NOT_ALLOWED");
        quay.done("lin", number, "flagByHand", Map.of("flagAnswer", "set", "note", "后台已插"));
        quay.ends(number, "CHANGED");
        assertThat(quay.rows("select state from care.flag where case_number = :key", number)).containsExactly("BY_HAND");
    }

    @Test
    void anOrderThatHasNotLeftIsCancelledAndPaidBackAndMayNotBeRefused() {
        String order = quay.paid("cancel", 1, 20_000);
        String number = quay.asks(order, "ORDER_CHANGE", "CANCEL_ORDER", "不要了");
        assertThat(quay.completes("lin", number, "handleChange", Map.of("changeAnswer", "refused", "reason", "已备货")).body()).contains("care.unshippedNeverRefused");
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "cancelled", "reason", "买家不要了"));
        quay.ends(number, "REFUNDED");
        assertThat(quay.refunds(number)).containsExactly("20000 SUCCEEDED");
        quay.until("the warehouse lets it be", () -> quay.told(number).contains("ORDER_CANCELLED"));
    }

    @Test
    void aParcelThatLeftMeanwhileCanOnlyBeToldAbout() {
        String order = quay.paid("left", 1, 20_000);
        String number = quay.asks(order, "ORDER_CHANGE", "SIZE", "换大一号");
        quay.task(number, "handleChange");
        quay.shipped(order, 1, 20_000, Instant.now());
        orders.look(quay.shop);
        assertThat(quay.opened("lin", number, "handleChange").at("/data/advice").asString()).isEqualTo("已发货，可请承运商拦截或改派");
        assertThat(quay.completes("lin", number, "handleChange", Map.of("changeAnswer", "agreed", "change", "大号", "reason", "x")).status()).isEqualTo(409);
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "refused", "reason", "包裹已发出，签收后可换货。"));
        quay.ends(number, "REFUSED");
        quay.until("the buyer knows why", () -> quay.messages(order).contains("订单已经不能修改"));
    }

    @Test
    void aParcelThatLeftIsStoppedByItsCarrierAndTheOrderIsPaidBackOnceItAgreed() {
        String order = quay.paid("stopped", 1, 20_000);
        quay.shipped(order, 1, 20_000, Instant.now());
        String number = quay.asks(order, "ORDER_CHANGE", "CANCEL_ORDER", "不要了，帮我拦回来");
        assertThat(quay.completes("lin", number, "handleChange", Map.of("changeAnswer", "cancelled", "reason", "买家不要了")).body()).contains("care.alreadyShipped");
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "intercept", "reason", "买家不要了"));
        assertThat(quay.rows("select number || ' ' || kind || ' ' || waybill from carriers.request where case_number = :key", number))
                .containsExactly(number + "-I1 INTERCEPT WB" + order.toUpperCase(Locale.ROOT));
        quay.until("the buyer knows", () -> quay.messages(order).contains("包裹已发出，正在请承运商拦截"));
        assertThat(quay.refunds(number)).as("nothing goes back before the carrier agreed").isEmpty();

        answers(number, CarrierAnswered.Verdict.RECEIVED, "已受理");
        answers(number, CarrierAnswered.Verdict.AGREED, "已拦截，退回寄件人");
        quay.until("decided anew", () -> "承运商已同意拦截，可以改或取消".equals(quay.opened("lin", number, "handleChange").at("/data/advice").asString()));
        assertThat(quay.completes("lin", number, "handleChange", Map.of("changeAnswer", "intercept", "reason", "再拦一次")).body()).as("asked once").contains("care.nothingToStop");
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "cancelled", "reason", "已拦截"));
        quay.done("zhou", number, "approveRefund", Map.of("approval", "approved"));
        quay.ends(number, "REFUNDED");
        assertThat(quay.refunds(number)).containsExactly("20000 SUCCEEDED");
    }

    @Test
    void aCarrierThatCannotStopItLeavesTheBuyerWithTheTruth() {
        String order = quay.paid("unstopped", 1, 20_000);
        quay.shipped(order, 1, 20_000, Instant.now());
        String number = quay.asks(order, "ORDER_CHANGE", "ADDRESS", "改寄公司");
        assertThat(quay.completes("lin", number, "handleChange", Map.of("changeAnswer", "intercept", "reason", "买家要求")).json()
                .at("/errors/0/field").asString()).as("where to").isEqualTo("change");
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "intercept", "change", "公司前台", "reason", "买家要求"));
        answers(number, CarrierAnswered.Verdict.DENIED, "已在派送");
        quay.until("decided anew", () -> "承运商拦不下，改不了".equals(quay.opened("lin", number, "handleChange").at("/data/advice").asString()));
        assertThat(quay.completes("lin", number, "handleChange", Map.of("changeAnswer", "agreed", "change", "公司前台", "reason", "x")).status()).isEqualTo(409);
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "refused", "reason", "包裹已在派送，可拒收。"));
        quay.ends(number, "REFUSED");
    }

    private void answers(String number, CarrierAnswered.Verdict verdict, String words) {
        transaction.executeWithoutResult(status -> carriers.answered(new CarrierAnswered(number + "-I1", number, quay.shop,
                CarrierRequest.Kind.INTERCEPT, verdict, null, "SF-" + verdict, words, Instant.now())));
    }

    @Test
    void whoWithdrawsBeforeAnybodyDecidedGetsTheOrderAsItWas() {
        String order = quay.paid("withdrawn", 1, 20_000);
        String number = quay.asks(order, "ORDER_CHANGE", "ADDRESS", "改地址");
        quay.task(number, "handleChange");
        quay.tell("requests", "{\"requestId\":\"Q-ORDER_CHANGE-%s\",\"version\":\"2\",\"orderId\":\"%s\",\"kind\":\"ORDER_CHANGE\",\"reasonCode\":\"ADDRESS\",\"goodsReceived\":false,\"lines\":[],\"createdAt\":\"%s\",\"status\":\"WITHDRAWN\"}"
                .formatted(order, order, Quay.ago(0)));
        quay.ends(number, "WITHDRAWN");
        quay.until("the warehouse goes on", () -> quay.told(number).contains("ORDER_RELEASED"));
    }

    private void agrees(String number) {
        quay.done("lin", number, "handleChange", Map.of("changeAnswer", "agreed", "change", "公司前台", "reason", "买家要求"));
    }

    private void plan(String order, String fault) {
        assertThat(quay.as("lin").post("/sandbox/marketplace/memos/plans", "{\"orderId\":\"" + order + "\",\"fault\":\"" + fault + "\"}").status()).isBetween(200, 204);
    }

    private List<String> attempts(String number) {
        return flagged(quay, number);
    }
}
