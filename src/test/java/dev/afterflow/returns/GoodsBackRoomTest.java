package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.payments.Payments;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Returns and exchanges end to end: goods back, inspection, money at the provider, goods out again. */
@RoomTest
class GoodsBackRoomTest extends CounterRoom {

    @Autowired
    Payments payments;
    GoodsCounter goods;

    @BeforeAll
    void list() {
        goods = new GoodsCounter(counter);
        goods.lists("G-1", "STANDARD");
    }

    @Test
    void aReturnWithoutReasonIsAgreedAtOncePaidAfterInspectionAndTheWayBackStaysTheBuyers() {
        goods.delivered("B1", "G-1", 5_000);
        String number = goods.asks("B1", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        assertThat(returns.find(number)).get().extracting(Return::state).isEqualTo(Return.State.GOODS);
        counter.until("told at once", () -> counter.messages("B1").contains("我们已收到您的售后申请"));

        goods.sendsBack("B1", 2);
        goods.counted(number, 2, "A");
        assertThat(counter.moneyLog("B1")).as("no money before inspection").isEmpty();
        goods.inspected(number, "OPENED");

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("B1")).containsExactly(10_000L);
        counter.until("buyer told", () -> counter.messages("B1").contains("退款已到账"));
    }

    @Test
    void aPartOfAnOrderIsReturnedAndItsShareIsPaid() {
        goods.delivered("B2", "G-1", 5_000);
        String number = goods.asks("B2", "RETURN_REFUND", "七天无理由", 1, "OPEN");
        goods.sendsBack("B2", 1);
        goods.counted(number, 1, "A");
        goods.inspected(number, "NONE");

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("B2")).containsExactly(5_000L);
    }

    @Test
    void oneOfTwoPiecesIsReviewedAndPaidForWhatCame() {
        goods.delivered("B3", "G-1", 5_000);
        String number = goods.asks("B3", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.sendsBack("B3", 1);
        goods.counted(number, 1, "A");
        goods.inspected(number, "NONE");
        counter.until("review", () -> counter.has("zhou", number, "reviewReturn"));
        assertThat(counter.opened("zhou", number, "reviewReturn").at("/data/due").asString()).contains("50.00");
        goods.done("zhou", number, "reviewReturn", Map.of("ruling", "accept"));

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("B3")).containsExactly(5_000L);
    }

    @Test
    void wornGoodsAreDeductedWithAReasonOrRefusedAndSentBack() {
        goods.delivered("B4", "G-1", 5_000);
        String number = worn("B4");
        assertThat(counter.completes("zhou", number, "reviewReturn", Map.of("ruling", "deduct", "amount", "100.01", "words", "有污渍")).status())
                .isEqualTo(422);
        goods.done("zhou", number, "reviewReturn", Map.of("ruling", "deduct", "amount", "60.00", "words", "吊牌剪掉，按约定扣除"));
        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("B4")).containsExactly(6_000L);

        goods.delivered("B5", "G-1", 5_000);
        String refused = worn("B5");
        assertThat(counter.completes("zhou", refused, "reviewReturn", Map.of("ruling", "refuse", "ground", "MISUSE_REPORT", "words", "不同意"))
                .json().path("rule").asString()).isEqualTo("unlawfulGround");
        goods.done("zhou", refused, "reviewReturn", Map.of("ruling", "refuse", "ground", "NOT_INTACT", "words", "吊牌已剪，商品寄还给您"));
        counter.until("told why", () -> counter.messages("B5").contains("您的售后申请未能通过"));
        goods.picked(refused, "HOME-B5-01", 2, "G-1");
        assertThat(returns.find(refused)).get().extracting(Return::state).isEqualTo(Return.State.REFUSED);
        assertThat(counter.moneyLog("B5")).isEmpty();
    }

    private String worn(String order) {
        String number = goods.asks(order, "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.sendsBack(order, 2);
        goods.counted(number, 2, "C");
        goods.inspected(number, "TAG_CUT");
        counter.until("review", () -> counter.has("zhou", number, "reviewReturn"));
        return number;
    }

    @Test
    void anEmptyParcelIsRefusedByAPersonWithItsProof() {
        goods.delivered("B6", "G-1", 5_000);
        String number = goods.asks("B6", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.sendsBack("B6", 0);
        goods.counted(number, 0, null);
        counter.until("review", () -> counter.has("zhou", number, "reviewReturn"));
        assertThat(counter.completes("zhou", number, "reviewReturn", Map.of("ruling", "accept")).json().path("rule").asString())
                .isEqualTo("nothingOwed");
        goods.done("zhou", number, "reviewReturn", Map.of("ruling", "refuse", "ground", "NOT_RETURNED", "words", "开箱为空包，附称重照片",
                "evidence", List.of(counter.attaches("zhou", number))));

        counter.untilClosed(number, "REFUSED");
        assertThat(counter.moneyLog("B6")).isEmpty();
    }

    @Test
    void anExchangeOutOfStockTurnsIntoARefundAndAnInspectionFiledTwiceCountsOnce() throws Exception {
        goods.lists("G-7", "STANDARD");
        goods.delivered("B7", "G-7", 5_000);
        goods.stock("G-7", 5);
        String number = goods.asks("B7", "EXCHANGE", "七天无理由", 2, "OPEN");
        goods.sendsBack("B7", 2);
        goods.counted(number, 2, "A");
        goods.stock("G-7", 0);
        String proof = counter.attaches("he", number);
        counter.until("inspection opens", () -> counter.has("he", number, "inspectGoods"));
        String task = counter.task("he", number, "inspectGoods").path("taskId").asString();
        long revision = counter.as("he").post("/api/tasks/" + task + "/claim",
                "{\"revision\":" + counter.task("he", number, "inspectGoods").path("revision").asLong() + "}").json().path("revision").asLong();
        Callable<Visitor.Answer> file = () -> counter.as("he").post("/api/tasks/" + task + "/complete", json.writeValueAsString(Map.of(
                "revision", revision, "data", Map.of("findings", List.of("OPENED"), "evidence", List.of(proof)))));
        assertThat(AtOnce.all(List.of(file, file)).stream().map(Visitor.Answer::status)).containsOnlyOnce(200);

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("B7")).containsExactly(10_000L);
        counter.until("buyer told", () -> counter.messages("B7").contains("商品暂时缺货，已为您退款"));
    }

    @Test
    void anExchangeInStockSendsTheGoodsOutAgain() {
        goods.lists("G-8", "STANDARD");
        goods.delivered("B8", "G-8", 5_000);
        goods.stock("G-8", 5);
        String number = goods.asks("B8", "EXCHANGE", "七天无理由", 2, "OPEN");
        goods.sendsBack("B8", 2);
        goods.counted(number, 2, "A");
        goods.inspected(number, "OPENED");
        goods.picked(number, "NEW-B8-001", 2, "G-8");

        assertThat(counter.moneyLog("B8")).isEmpty();
        assertThat(returns.find(number)).get().extracting(known -> known.course().remedy()).isEqualTo("exchange");
    }

    @Test
    void aBuyerWhoChangesBetweenExchangeAndMoneyWhileTheParcelTravelsGetsTheLaterWish() {
        goods.lists("G-9", "STANDARD");
        goods.delivered("B9", "G-9", 5_000);
        goods.stock("G-9", 5);
        String number = goods.asks("B9", "EXCHANGE", "七天无理由", 2, "OPEN");
        goods.underWay("B9");
        goods.asks("B9", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.sendsBack("B9", 2);
        goods.counted(number, 2, "A");
        goods.inspected(number, "OPENED");

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("B9")).containsExactly(10_000L);
    }
}
