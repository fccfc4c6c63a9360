package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.AtOnce;
import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import dev.afterflow.payments.Payments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Buyers and the marketplace meanwhile: withdrawals at every stage, another wish, stepping in, and verdicts that pay once. */
@RoomTest
class PlatformRoomTest extends CounterRoom {

    private static final String VERDICT = "\"step\":\"DECIDED\",\"verdict\":\"BUYER\",\"paid\":{\"minor\":10000,\"currency\":\"CNY\"}";

    @Autowired
    Payments payments;
    GoodsCounter goods;

    @BeforeAll
    void list() {
        goods = new GoodsCounter(counter);
        goods.lists("H-1", "STANDARD");
        goods.lists("H-2", "CUSTOM");
    }

    @Test
    void aBuyerWhoChangesTheirMindBeforeSendingIsClosedAtOnce() {
        goods.delivered("C1", "H-1", 5_000);
        String number = goods.asks("C1", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.asks("C1", "RETURN_REFUND", "七天无理由", 2, "WITHDRAWN");

        counter.untilClosed(number, "WITHDRAWN");
        counter.until("buyer told", () -> counter.messages("C1").contains("您的售后申请已撤销"));
    }

    @Test
    void whoWithdrawsWhileTheParcelTravelsGetsTheirGoodsBack() {
        goods.delivered("C2", "H-1", 5_000);
        String number = goods.asks("C2", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.underWay("C2");
        goods.asks("C2", "RETURN_REFUND", "七天无理由", 2, "WITHDRAWN");
        counter.until("remembered", () -> returns.find(number).orElseThrow().course().takenBack());
        goods.sendsBack("C2", 2);
        goods.counted(number, 2, "A");
        goods.inspected(number, "OPENED");

        goods.picked(number, "HOME-C2-01", 2, "H-1");
        assertThat(returns.find(number)).get().extracting(Return::state).isEqualTo(Return.State.WITHDRAWN);
        assertThat(counter.moneyLog("C2")).isEmpty();
    }

    @Test
    void whoWithdrawsWhenTheGoodsAreHereGetsThemBackAtOnce() {
        goods.delivered("C3", "H-1", 5_000);
        String number = goods.asks("C3", "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.sendsBack("C3", 2);
        goods.counted(number, 2, "A");
        goods.asks("C3", "RETURN_REFUND", "七天无理由", 2, "WITHDRAWN");

        goods.picked(number, "HOME-C3-01", 2, "H-1");
        assertThat(counter.has("he", number, "inspectGoods")).isFalse();
        assertThat(counter.moneyLog("C3")).isEmpty();
    }

    @Test
    void aRefundOnlyThatBecomesAReturnStartsAnewAndNeedsNoReview() {
        goods.delivered("C4", "H-1", 5_000);
        String number = goods.asks("C4", "REFUND_ONLY", "七天无理由", 2, "OPEN");
        assertThat(counter.has("lin", number, "reviewRequest")).isTrue();
        goods.asks("C4", "RETURN_REFUND", "七天无理由", 2, "OPEN");

        counter.until("goods are asked back", () -> returns.find(number).orElseThrow().state() == Return.State.GOODS);
        assertThat(counter.has("lin", number, "reviewRequest")).isFalse();
    }

    @Test
    void aRefusalOnALawfulGroundIsTakenToThePlatformWhichDecidesForTheBuyerAndPays() {
        goods.delivered("C5", "H-2", 5_000);
        String number = refused("C5");
        goods.platform("C5", "RETURN_REFUND", "七天无理由", 2, "\"step\":\"STEPPED_IN\",\"deadline\":\"2036-11-25T01:00:00Z\",\"words\":\"请举证\"");
        counter.until("platform asks", () -> counter.has("lin", number, "answerPlatform"));
        assertThat(counter.opened("lin", number, "answerPlatform").at("/data/stands").asString()).contains("已拒绝").contains("定制");
        goods.done("lin", number, "answerPlatform", Map.of("position", "contest", "words", "定制商品，购买时已告知"));
        goods.platform("C5", "RETURN_REFUND", "七天无理由", 2, VERDICT);

        counter.untilClosed(number, "PLATFORM_PAID");
        assertThat(counter.moneyLog("C5")).as("the marketplace paid, we do not").isEmpty();
    }

    @Test
    void aVerdictForTheSellerClosesTheCase() {
        goods.delivered("C6", "H-2", 5_000);
        String number = refused("C6");
        goods.platform("C6", "RETURN_REFUND", "七天无理由", 2, "\"step\":\"DECIDED\",\"verdict\":\"SELLER\"");

        counter.untilClosed(number, "PLATFORM_DISMISSED");
        assertThat(counter.moneyLog("C6")).isEmpty();
    }

    @Test
    void whoGivesInToThePlatformReviewsTheRequestAgain() {
        goods.delivered("C7", "H-2", 5_000);
        String number = refused("C7");
        goods.platform("C7", "RETURN_REFUND", "七天无理由", 2, "\"step\":\"STEPPED_IN\"");
        counter.until("platform asks", () -> counter.has("lin", number, "answerPlatform"));
        goods.done("lin", number, "answerPlatform", Map.of("position", "concede", "words", "同意退货"));

        counter.until("reviewed again", () -> counter.has("lin", number, "reviewRequest"));
        goods.done("lin", number, "reviewRequest", Map.of("decision", "agree", "remedy", "returnRefund"));
        assertThat(returns.find(number)).get().extracting(Return::state).isEqualTo(Return.State.GOODS);
    }

    private String refused(String order) {
        String number = goods.asks(order, "RETURN_REFUND", "七天无理由", 2, "OPEN");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "refuse", "ground", "NOT_ELIGIBLE", "words", "定制商品不适用七天无理由"));
        return number;
    }

    @Test
    void aVerdictWhileOurSettlementRunsIsPaidOnceAndTheSecondPaymentIsClaimedBack() {
        counter.sells("C8", 10_000, true);
        String number = counter.asks("C8", "未收到货", "1", "OPEN");
        counter.plans("C8-1", "LATE");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "100.00"));
        counter.tell("disputes", """
                {"disputeId":"D-C8","version":"1","orderId":"C8","kind":"PLATFORM","createdAt":"%s","status":"OPEN","platform":{%s}}
                """.formatted(Counter.days(0), VERDICT));

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("C8")).containsExactly(10_000L);
        counter.until("claimed back", () -> "PAID_TWICE".equals(counter.row("""
                select reason_code from cases.case_file where shop_id = :shop and order_id = :key and kind = 'DISPUTE'""", "C8")));
    }

    /** Whoever comes first wins, whole: money and a kept case, or a withdrawal and no money. */
    @Test
    void aWithdrawalAndADecisionAtTheSameMomentNeverPayAndWithdraw() throws Exception {
        for (int round = 0; round < 6; round++) {
            String order = "C9" + round;
            counter.sells(order, 9_900, true);
            String number = counter.asks(order, "未收到货", "1", "OPEN");
            Function<Map<String, Object>, Visitor.Answer> before = counter.ready("lin", number, "reviewRequest");
            Callable<Object> agree = () -> before.apply(Map.of("decision", "agree", "amount", "99.00"));
            Callable<Object> withdraw = () -> counter.asks(order, "未收到货", "2", "WITHDRAWN");
            AtOnce.all(List.of(agree, withdraw));

            counter.until("closed", () -> "CLOSED".equals(counter.stateOf(number)));
            boolean paid = returns.find(number).orElseThrow().state() == Return.State.REFUNDED;
            assertThat(counter.moneyLog(order)).as("round " + round).isEqualTo(paid ? List.of(9_900L) : List.of());
            assertThat(payments.of(number)).hasSize(paid ? 1 : 0);
        }
    }

    @Test
    void anOfferIsAnsweredWithItsNumber() {
        goods.delivered("C10", "H-1", 5_000);
        String number = goods.asks("C10", "REFUND_ONLY", "七天无理由", 2, "OPEN");
        assertThat(counter.opened("lin", number, "reviewRequest").at("/data/ranked").asString()).contains("退货退款，退 ¥100.00，成本");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "offer", "offers", List.of("returnRefund")));
        counter.until("buyer told", () -> counter.messages("C10").contains("请选择解决办法"));
        assertThat(counter.stateOf(number)).isEqualTo("WAITING_BUYER");
        counter.writes(number, "1");

        counter.until("chosen", () -> returns.find(number).orElseThrow().state() == Return.State.GOODS);
        assertThat(returns.find(number).orElseThrow().course().remedy()).isEqualTo("returnRefund");
    }

    @Test
    void anAnswerThatIsNoOptionGoesToAPerson() {
        goods.delivered("C11", "H-1", 5_000);
        String number = goods.asks("C11", "REFUND_ONLY", "七天无理由", 2, "OPEN");
        goods.done("lin", number, "reviewRequest", Map.of("decision", "offer", "offers", List.of("returnRefund")));
        counter.writes(number, "都不要，我只想退一半的钱");

        counter.until("a person reads it", () -> counter.has("lin", number, "reviewRequest"));
    }
}
