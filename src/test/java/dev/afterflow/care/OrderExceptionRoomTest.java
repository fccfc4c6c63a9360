package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that cannot be shipped as they are, on a real database: nobody is pushed, silence never costs the buyer. */
@RoomTest
class OrderExceptionRoomTest extends QuayRoom {

    @Autowired
    OrderSweep orders;
    @Autowired
    LateSweep late;

    @BeforeAll
    void promise() {
        quay.promises(30, "TAOBAO", "SHOP", 10_000);
    }

    @Test
    void aBuyerOfGoodsThatAreGoneChoosesTheRefundInTheirOwnWords() {
        String order = quay.paid("gone", 1, 20_000);
        String number = quay.asks(order, "ORDER_EXCEPTION", "OUT_OF_STOCK", "盘点发现没有了");
        quay.until("the warehouse holds it", () -> quay.told(number).contains("ORDER_HELD"));
        quay.done("lin", number, "assessException", Map.of("exceptionAnswer", "cannotDeliver", "restockDays", 5, "otherGoods", "白色台灯", "note", "供应商断货"));
        quay.until("the buyer is asked", () -> quay.messages(order).contains("您的订单遇到问题，请您选择"));
        assertThat(quay.row("select text from sandbox.buyer_message where order_no = :key and subject like '您的订单%'", order))
                .contains("1、全额退款", "2、等到货", "3、换成：白色台灯").doesNotContain("取消订单");
        quay.writes(number, "什么时候能到？");
        assertThat(quay.tasks(number)).as("no choice yet").contains("recordChoice");
        quay.writes(number, " １。");
        quay.ends(number, "REFUNDED");
        assertThat(quay.refunds(number)).contains("20000 SUCCEEDED");
        quay.until("the buyer hears of the money", () -> quay.messages(order).contains("退款已到账"));
        assertThat(quay.timeline(number)).anyMatch(text -> text.startsWith("买家选择：退款"));
        quay.until("the warehouse lets it be", () -> quay.told(number).contains("ORDER_CANCELLED"));
    }

    @Test
    void whatTheOrdersPaymentCannotGiveBackAnyMoreIsPaidByFinanceWithProof() {
        Quay owing = quay("douyin");
        owing.promises(30, "INTERNAL", "SHOP", 10_000);
        String order = owing.paid("more", 1, 20_000);
        String number = refunding(owing, order);
        owing.until("all is back", () -> owing.refunds(number).contains("20000 SUCCEEDED"));
        owing.until("compensation is owed", () -> owing.rows("select state || ' ' || amount_minor from care.compensation where order_id = :key", order)
                .contains("OWED 4000"));
        assertThat(owing.completes("xu", number, "resolvePayout", Map.of("resolution", "otherwise")).status()).as("proof is asked for").isEqualTo(422);
        assertThat(owing.completes("xu", number, "resolvePayout", Map.of("resolution", "again")).status()).as("nothing failed").isEqualTo(409);
        owing.done("xu", number, "resolvePayout", Map.of("resolution", "otherwise", "evidence", List.of(owing.attaches("xu", number)), "note", "支付宝转账"));
        owing.ends(number, "REFUNDED");
        assertThat(owing.rows("select state from care.compensation where order_id = :key", order)).containsExactly("PAID_OTHERWISE");
        assertThat(owing.rows("select reason_type || ' ' || refund_seq || ' ' || state from returns.return_request where case_number = :key", number))
                .as("a decision of its own").containsExactly("COMPENSATION 2 OTHERWISE");
    }

    @Test
    void anOrderToBePaidAtTheDoorHasNothingToGiveBack() {
        String order = quay.shop + "-unpaid";
        quay.order(order, "CREATED", Quay.ago(1), 20_000, "[]", "cod");
        String number = refunding(quay, order);
        quay.ends(number, "CANCELLED");
        assertThat(quay.refunds(number)).isEmpty();
        assertThat(quay.rows("select state from remedies.due where case_number = :key", number)).isEmpty();
    }

    @Test
    void stockThatIsFoundAgainReleasesTheOrderAndTellsWhoWasAsked() {
        String order = quay.paid("found", 1, 20_000);
        String number = quay.asks(order, "ORDER_EXCEPTION", "OUT_OF_STOCK", "货架上没有");
        quay.done("lin", number, "assessException", Map.of("exceptionAnswer", "cannotDeliver", "note", "没有找到"));
        quay.stock(order, 0);
        orders.look(quay.shop);
        assertThat(quay.outcome(number)).isNull();
        quay.stock(order, 3);
        orders.look(quay.shop);
        quay.ends(number, "SOLVED");
        quay.until("the warehouse ships it", () -> quay.told(number).contains("ORDER_RELEASED"));
        quay.until("the buyer hears", () -> quay.messages(order).contains("订单可以发出了"));
        assertThat(quay.refunds(number)).isEmpty();
    }

    @Test
    void aParcelThatLeftMeanwhileEndsTheQuestionAndNothingIsRefunded() {
        String order = quay.paid("left", 1, 20_000);
        String number = quay.asks(order, "ORDER_EXCEPTION", "ADDRESS", "地址不全");
        quay.task(number, "assessException");
        quay.shipped(order, 1, 20_000, Instant.now());
        orders.look(quay.shop);
        quay.ends(number, "SOLVED");
        assertThat(quay.told(number)).doesNotContain("ORDER_RELEASED", "ORDER_CANCELLED");
        assertThat(quay.refunds(number)).isEmpty();
    }

    @Test
    void aSilentBuyerIsRemindedAndThenGetsTheirMoney() {
        String order = quay.paid("silent", 1, 20_000);
        String number = quay.asks(order, "ORDER_EXCEPTION", "OUT_OF_STOCK", "没有了");
        quay.done("lin", number, "assessException", Map.of("exceptionAnswer", "cannotDeliver", "note", "没有了"));
        quay.task(number, "recordChoice");
        quay.timeComes("order-exception", number, "choiceReminderDue");
        quay.until("reminded", () -> quay.messages(order).contains("还在等您的选择"));
        quay.timeComes("order-exception", number, "buyerSilent");
        quay.until("the money is back", () -> quay.refunds(number).contains("20000 SUCCEEDED"));
        assertThat(quay.timeline(number)).contains("买家没有答复，按法定办法：退款");
    }

    @Test
    void aMispricedOrderIsNotCancelledByUsAndASilentBuyerGetsTheGoods() {
        String order = quay.paid("price", 1, 100);
        String number = quay.asks(order, "ORDER_EXCEPTION", "PRICE_ERROR", "少写了一个零");
        Answer cancelled = quay.completes("lin", number, "assessException", Map.of("exceptionAnswer", "cancel", "note", "标错价"));
        assertThat(cancelled.status()).isEqualTo(422);
        assertThat(cancelled.body()).contains("care.mayNotCancel", "电商法20、49");
        quay.done("lin", number, "assessException", Map.of("exceptionAnswer", "cannotDeliver", "note", "请买家选择"));
        quay.task(number, "recordChoice");
        quay.timeComes("order-exception", number, "buyerSilent");
        quay.ends(number, "SOLVED");
        assertThat(quay.refunds(number)).isEmpty();
        quay.until("it ships", () -> quay.told(number).contains("ORDER_RELEASED"));
    }

    @Test
    void aRiskyOrderIsCancelledOnlyByALeadWithProof() {
        String order = quay.paid("risk", 1, 20_000);
        String number = quay.asks(order, "ORDER_EXCEPTION", "RISK", "同一地址多账号");
        Map<String, Object> cancel = Map.of("exceptionAnswer", "cancel", "note", "盗刷", "evidence", List.of(quay.attaches("zhao", number)));
        assertThat(quay.completes("lin", number, "assessException", cancel).status()).isEqualTo(403);
        quay.as("lin").post("/api/tasks/" + quay.task(number, "assessException").path("taskId").asString() + "/release",
                "{\"revision\":" + quay.task(number, "assessException").path("revision").asLong() + "}");
        quay.done("zhao", number, "assessException", cancel);
        quay.ends(number, "REFUNDED");
        assertThat(quay.refunds(number)).containsExactly("20000 SUCCEEDED");
    }

    @Test
    void whatTheShopsBooksCallUnavailableIsFoundByTheSweepAndWaitsForAPerson() {
        String order = quay.shop + "-books";
        quay.order(order, "UNAVAILABLE", Quay.ago(2), 20_000, "[]", "sandbox");
        late.look();
        late.look();
        assertThat(quay.cases(order, "ORDER_EXCEPTION")).isEqualTo(1);
        String number = quay.caseOf(order, "ORDER_EXCEPTION");
        orders.look(quay.shop);
        assertThat(quay.task(number, "assessException").path("team").asString()).isEqualTo("care-desk");
        assertThat(quay.outcome(number)).as("the money is still here").isNull();
    }

    @Test
    void aWayThatWasNotOfferedCannotBeWrittenDown() {
        String order = quay.paid("notoffered", 1, 20_000);
        String number = quay.asks(order, "ORDER_EXCEPTION", "OUT_OF_STOCK", "没有了");
        quay.done("lin", number, "assessException", Map.of("exceptionAnswer", "cannotDeliver", "note", "不知道何时到货"));
        Answer wait = quay.completes("lin", number, "recordChoice", Map.of("choice", "wait", "words", "我等"));
        assertThat(wait.status()).isEqualTo(422);
        assertThat(wait.body()).contains("care.notOffered");
    }

    private static String refunding(Quay owing, String order) {
        String number = owing.asks(order, "ORDER_EXCEPTION", "OUT_OF_STOCK", "没有了");
        owing.done("lin", number, "assessException", Map.of("exceptionAnswer", "cannotDeliver", "note", "没有了"));
        owing.done("lin", number, "recordChoice", Map.of("choice", "refund", "words", "电话里说要退款"));
        return number;
    }
}
