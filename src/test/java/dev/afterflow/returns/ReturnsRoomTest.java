package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A buyer's request through the whole house: letterbox, queue, review, approval, money at the provider, message, close. */
@RoomTest
class ReturnsRoomTest extends CounterRoom {

    @Test
    void aRequestWithinTheAgentsLimitIsReviewedPaidOnceToldAndClosed() {
        counter.sells("W1", 9_900, true);
        String number = counter.asks("W1", "未收到货", "1", "OPEN");

        JsonNode form = counter.opened("lin", number, "reviewRequest");
        assertThat(form.at("/data/due").asString()).contains("99.00");
        assertThat(form.at("/data/amount").asString()).isEqualTo("99.00");
        assertThat(form.at("/data/buyerWords").asString()).isEqualTo("一直没有收到，请退款");
        assertThat(counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00")).status()).isEqualTo(200);

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("W1")).containsExactly(9_900L);
        counter.until("buyer told", () -> counter.messages("W1").contains("退款已到账"));
        assertThat(returns.find(number)).get().extracting(Return::state).isEqualTo(Return.State.REFUNDED);
    }

    @Test
    void aLargerRefundNeedsASecondPersonOfTheRightRole() {
        counter.sells("W2", 29_900, true);
        String number = counter.asks("W2", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "299.00", "note", "物流停滞"));
        assertThat(counter.moneyLog("W2")).isEmpty();

        JsonNode form = counter.opened("zhou", number, "approveRefund");
        assertThat(form.at("/data/reviewNote").asString()).isEqualTo("物流停滞");
        assertThat(form.at("/data/reviewer").asString()).isEqualTo("林小满");
        assertThat(form.at("/data/smallTeam").asBoolean(true)).isFalse();
        assertThat(counter.completes("zhou", number, "approveRefund", Map.of("approval", "approved")).status()).isEqualTo(200);

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("W2")).containsExactly(29_900L);
    }

    @Test
    void whatIsBeyondTheApproversRoleIsRefusedWithTheRoleThatIsNeeded() {
        counter.sells("W3", 99_900, true);
        String number = counter.asks("W3", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "999.00"));

        Visitor.Answer refused = counter.completes("zhou", number, "approveRefund", Map.of("approval", "approved"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("returns.higherRoleNeeded");
        assertThat(refused.json().path("detail").asString()).contains("经理");
        assertThat(counter.completes("zhou", number, "approveRefund", Map.of("approval", "sentBack", "note", "金额偏大，请核对物流")).status()).isEqualTo(200);
        assertThat(counter.opened("lin", number, "reviewRequest").at("/data/sentBackNote").asString()).isEqualTo("金额偏大，请核对物流");

        counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "999.00", "note", "物流已核对"));
        assertThat(counter.completes("manager", number, "approveRefund", Map.of("approval", "approved")).status()).isEqualTo(200);
        counter.untilClosed(number, "REFUNDED");
    }

    @Test
    void anUnshippedOrderIsPaidBackAtOnceWithoutAnyTask() {
        counter.sells("W4", 59_900, false, "1", "2");
        String number = counter.asks("W4", "不想要了", "1", "OPEN");

        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("W4")).as("each payment gives back its own part").containsExactly(29_950L, 29_950L);
        assertThat(counter.as("lin").get("/api/cases/" + number + "/timeline").json().path("items"))
                .anySatisfy(entry -> {
                    assertThat(entry.path("textZh").asString()).isEqualTo("未发货，直接同意退款 ¥599.00");
                    assertThat(entry.path("by").asString()).as("a rule agreed, not the messenger").isEqualTo("system");
                });
    }

    @Test
    void whatTheCourierHasNotTakenYetIsNotGivenBack() {
        counter.sells("W9", 9_900, false, "cod");
        String number = counter.asks("W9", "不想要了", "1", "OPEN");

        counter.until("a person looks at it", () -> counter.has("lin", number, "reviewRequest"));
        assertThat(counter.opened("lin", number, "reviewRequest").at("/data/amount").asString("")).isEmpty();
        assertThat(counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00")).status()).isEqualTo(422);
        assertThat(counter.completes("lin", number, "reviewRequest", Map.of("decision", "refuse", "ground", "NOTHING_LEFT",
                "words", "订单尚未付款，已为您取消发货")).status()).isEqualTo(200);
        assertThat(counter.as("xu").get("/api/cases/" + number + "/refunds").json().path("items")).isEmpty();
    }

    @Test
    void nobodyIsRefusedWithoutALawfulGround() {
        counter.sells("W5", 9_900, true);
        String number = counter.asks("W5", "未收到货", "1", "OPEN");

        for (String ground : List.of("NOT_ELIGIBLE", "MISUSE_REPORT", "NOTHING_LEFT", "DELIVERY_PROOF")) {
            Visitor.Answer answer = counter.completes("lin", number, "reviewRequest",
                    Map.of("decision", "refuse", "ground", ground, "words", "不同意"));
            assertThat(answer.status()).as(ground).isEqualTo(422);
            assertThat(answer.json().path("rule").asString()).isEqualTo("unlawfulGround");
        }
        assertThat(returns.find(number)).get().extracting(Return::state).isEqualTo(Return.State.REVIEW);
    }

    @Test
    void withProofOfDeliveryTheBuyerIsRefusedToldWhyAndMayInsist() {
        counter.sells("W6", 9_900, true, List.of("1"), Counter.days(1));
        String number = counter.asks("W6", "未收到货", "1", "OPEN");
        assertThat(counter.completes("lin", number, "settleLiability", Map.of("party", "UNCLEAR", "note", "签收信息待核实")).status()).isEqualTo(200);
        String proof = counter.attaches("lin", number);

        assertThat(counter.completes("lin", number, "reviewRequest", Map.of("decision", "refuse", "ground", "DELIVERY_PROOF",
                "words", "快递显示本人签收", "evidence", List.of(proof))).status()).isEqualTo(200);
        assertThat(counter.stateOf(number)).isEqualTo("WAITING_BUYER");
        counter.until("buyer told", () -> counter.messages("W6").contains("您的售后申请未能通过"));

        counter.asks("W6", "未收到货", "2", "REOPENED");
        counter.until("liability is looked at again", () -> counter.has("lin", number, "settleLiability"));
        counter.completes("lin", number, "settleLiability", Map.of("party", "CARRIER", "note", "签收人不是本人"));
        assertThat(counter.opened("lin", number, "reviewRequest").path("mayClaim").asBoolean()).isTrue();
        assertThat(counter.moneyLog("W6")).isEmpty();
    }

    @Test
    void aWithdrawnRequestIsClosedAndTheBuyerIsToldSo() {
        counter.sells("W7", 9_900, true);
        String number = counter.asks("W7", "未收到货", "1", "OPEN");
        counter.asks("W7", "未收到货", "2", "WITHDRAWN");

        counter.untilClosed(number, "WITHDRAWN");
        counter.until("buyer told", () -> counter.messages("W7").contains("您的售后申请已撤销"));
        assertThat(counter.as("lin").get("/api/tasks?case=" + number).json().path("items")).isEmpty();
    }

    @Test
    void lessThanIsDueNeedsTheBuyersWrittenConsent() {
        counter.sells("W8", 9_900, true);
        String number = counter.asks("W8", "未收到货", "1", "OPEN");

        Visitor.Answer less = counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "50.00"));
        assertThat(less.json().path("rule").asString()).isEqualTo("consentNeeded");
        Visitor.Answer more = counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.01"));
        assertThat(more.json().path("rule").asString()).isEqualTo("range");

        String consent = counter.attaches("lin", number);
        assertThat(counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "50.00",
                "buyerConsents", true, "evidence", List.of(consent))).status()).isEqualTo(200);
        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("W8")).containsExactly(5_000L);
    }

    @Test
    void aCaseOpenedByHandWalksTheSameWay() {
        counter.sells("W9", 9_900, true);
        Visitor.Answer opened = counter.as("lin").send("POST", "/api/cases", """
                {"shop":"%s","kind":"REFUND_ONLY","orderId":"W9","reasonCode":"NOT_RECEIVED","reasonText":"买家来电","goodsReceived":false}
                """.formatted(counter.shop), "Idempotency-Key", "by-hand-W9");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String number = opened.json().path("number").asString();

        assertThat(counter.completes("lin", number, "reviewRequest", Map.of("decision", "agree", "amount", "99.00")).status()).isEqualTo(200);
        counter.untilClosed(number, "REFUNDED");
        assertThat(counter.moneyLog("W9")).containsExactly(9_900L);
    }

    @Test
    void aBuyerAskedForProofIsWaitedForAndNotRefused() {
        counter.sells("W10", 9_900, true);
        String number = counter.asks("W10", "未收到货", "1", "OPEN");
        counter.completes("lin", number, "reviewRequest", Map.of("decision", "askEvidence", "words", "请发一张门口和驿站的照片"));

        assertThat(counter.stateOf(number)).isEqualTo("WAITING_BUYER");
        counter.until("buyer told", () -> counter.messages("W10").contains("请补充售后申请的凭证"));
        assertThat(returns.find(number)).get().extracting(Return::state).isEqualTo(Return.State.ASKED);
    }
}
