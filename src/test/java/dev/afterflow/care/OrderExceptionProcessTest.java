package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way of an order that cannot be shipped as it is. */
class OrderExceptionProcessTest {

    private static final Date LATER = Date.from(Instant.now().plusSeconds(3_600));
    private static final List<String> done = new ArrayList<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), CareModels.with("order-exception"));

    private static Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> all = new HashMap<>(CareModels.delegates(done));
        all.put("openException", execution -> execution.setVariable("answerBy", LATER));
        all.put("offerWays", execution -> List.of("remindAt", "choiceBy", "restockBy").forEach(name -> execution.setVariable(name, LATER)));
        all.put("oweOrder", execution -> execution.setVariable("refundDue", execution.getProcessBusinessKey().startsWith("PAID")));
        all.put("applyDefault", execution -> execution.setVariable("choice", execution.getProcessBusinessKey().startsWith("PRICE") ? "deliver" : "refund"));
        return all;
    }

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("order-exception");
        assertThat(engine.variableNames("order-exception")).containsExactly("answerBy", "choice", "choiceBy", "exceptionAnswer", "otherAnswer",
                "refundOutcome", "remindAt", "restockBy");
        engine.close();
    }

    @Test
    void whatCanShipAfterAllIsReleased() {
        begin("E-1");
        engine.complete("E-1", "assessException", Map.of("exceptionAnswer", "goesOn"));
        assertThat(done).contains("releaseOrder E-1", "closeException E-1").doesNotContain("fixRefund E-1");
        assertThat(engine.ended("E-1")).isTrue();
    }

    @Test
    void stockThatIsFoundAgainOrAParcelThatLeftEndsTheSearch() {
        begin("E-2");
        assertThat(engine.correlate("care.orderMoved", "E-2", Map.of())).isEqualTo(1);
        assertThat(engine.path("E-2")).contains("releaseOrder").doesNotContain("offerWays");
    }

    @Test
    void theBuyersOwnMessageChoosesTheRefundAndCompensationIsWeighed() {
        offered("E-3");
        engine.engine().getRuntimeService().createMessageCorrelation("care.buyerChose").processInstanceBusinessKey("E-3")
                .setVariable("choice", "refund").correlateAllWithResult();
        assertThat(engine.path("E-3")).contains("fixRefund", "refundOrder", "compensateBuyer", "nothingToRefund", "nothingOwed", "exceptionClosed");
    }

    @Test
    void aRefundTheApproverSendsBackIsLookedIntoAgain() {
        begin("PAID-1");
        engine.complete("PAID-1", "assessException", Map.of("exceptionAnswer", "cancel"));
        OrderMoneyProcessTest.settles(engine, "PAID-1", "sentBack");
        assertThat(engine.waitingAt("PAID-1")).containsExactly("assessException");
        engine.complete("PAID-1", "assessException", Map.of("exceptionAnswer", "cancel"));
        OrderMoneyProcessTest.settles(engine, "PAID-1", "paid");
        assertThat(engine.ended("PAID-1")).isTrue();
        assertThat(engine.path("PAID-1")).contains("compensateBuyer");
    }

    @Test
    void whoWaitsGetsTheGoodsWhenTheyComeAndIsAskedAgainWhenTheyDoNot() {
        offered("E-4");
        engine.complete("E-4", "recordChoice", Map.of("choice", "wait"));
        engine.fireTimer("E-4", "restockPassed");
        assertThat(engine.waitingAt("E-4")).as("looked into again").containsExactly("assessException");
        engine.complete("E-4", "assessException", Map.of("exceptionAnswer", "cannotDeliver"));
        engine.complete("E-4", "recordChoice", Map.of("choice", "wait"));
        engine.correlate("care.orderMoved", "E-4", Map.of());
        assertThat(done).contains("releaseOrder E-4").doesNotContain("fixRefund E-4");
    }

    @Test
    void otherGoodsAreSentOrLookedIntoAgain() {
        offered("E-5");
        engine.complete("E-5", "recordChoice", Map.of("choice", "other"));
        engine.complete("E-5", "sendOtherGoods", Map.of("otherAnswer", "missing"));
        engine.complete("E-5", "assessException", Map.of("exceptionAnswer", "cannotDeliver"));
        engine.complete("E-5", "recordChoice", Map.of("choice", "other"));
        engine.complete("E-5", "sendOtherGoods", Map.of("otherAnswer", "sent"));
        assertThat(done).contains("releaseOrder E-5");
        assertThat(engine.ended("E-5")).isTrue();
    }

    @Test
    void aSilentBuyerIsRemindedThenGetsTheMoneyBack() {
        offered("E-6");
        engine.fireTimer("E-6", "choiceReminderDue");
        assertThat(done).contains("remindOfWays E-6");
        engine.fireTimer("E-6", "buyerSilent");
        assertThat(engine.path("E-6")).contains("applyDefault", "fixRefund");
        assertThat(engine.ended("E-6")).isTrue();
    }

    @Test
    void aSilentBuyerOfAMispricedOrderGetsTheGoods() {
        offered("PRICE-1");
        engine.fireTimer("PRICE-1", "buyerSilent");
        assertThat(engine.path("PRICE-1")).contains("releaseOrder").doesNotContain("fixRefund");
    }

    @Test
    void whatMovesWhileTheBuyerThinksEndsTheQuestion() {
        offered("E-7");
        engine.correlate("care.orderMoved", "E-7", Map.of());
        assertThat(engine.path("E-7")).contains("movedWhileChoosing", "releaseOrder");
    }

    @Test
    void whatWeMayCancelIsRefunded() {
        begin("E-8");
        engine.complete("E-8", "assessException", Map.of("exceptionAnswer", "cancel"));
        assertThat(engine.path("E-8")).contains("fixRefund").doesNotContain("offerWays");
    }

    private static void begin(String caseNumber) {
        engine.start("order-exception", caseNumber, Map.of());
    }

    private static void offered(String caseNumber) {
        begin(caseNumber);
        engine.complete(caseNumber, "assessException", Map.of("exceptionAnswer", "cannotDeliver"));
    }
}
