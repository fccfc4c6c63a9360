package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way through order-refund and order-compensation; how a refund is approved and paid is refund-settlement's own test. */
class OrderMoneyProcessTest {

    private static final Map<String, Object> STORIES = new ConcurrentHashMap<>();
    private static final List<String> done = new ArrayList<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), CareModels.with());

    private static Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> all = new HashMap<>(CareModels.delegates(done));
        all.put("oweOrder", execution -> execution.setVariable("refundDue", STORIES.get(execution.getProcessBusinessKey())));
        all.put("weighLateness", execution -> Map.of("ruleSet", "TAOBAO", "event", "LATE", "excuse", "NONE", "jurisdiction", "CN")
                .forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true))));
        all.put("noteLateness", execution -> {
            assertThat(execution.getVariable("percent")).isEqualTo(10L);
            execution.setVariable("owed", STORIES.get(execution.getProcessBusinessKey()));
        });
        all.put("concludeCompensation", execution -> done.add("concludeCompensation " + execution.getVariable("refundOutcome")));
        return all;
    }

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("order-refund");
        engine.assertEverythingWalked("order-compensation");
        assertThat(engine.variableNames("order-refund")).containsExactly("refundDue", "refundOutcome");
        assertThat(engine.variableNames("order-compensation")).containsExactly("owed", "refundOutcome");
        engine.close();
    }

    @Test
    void whatWasPaidGoesTheWayOfEveryRefundAndItsEndIsNoted() {
        begin("order-refund", "R-1", true);
        settles("R-1", "paid");
        assertThat(engine.ended("R-1")).isTrue();
        assertThat(done).contains("noteOrderRefund paid");
    }

    @Test
    void whatWasNeverPaidIsNotGivenBack() {
        begin("order-refund", "R-2", false);
        assertThat(engine.path("R-2")).contains("nothingToRefund").doesNotContain("settleOrderRefund");
    }

    @Test
    void theShopPaysThePlatformDeductsOrNothingIsOwed() {
        begin("order-compensation", "C-1", "shop");
        settles("C-1", "sentBack");
        assertThat(engine.path("C-1")).contains("compensationDone");
        assertThat(done).contains("concludeCompensation sentBack");
        begin("order-compensation", "C-2", "platform");
        assertThat(engine.path("C-2")).contains("bookDeduction", "deductionBooked").doesNotContain("payCompensation");
        begin("order-compensation", "C-3", "none");
        assertThat(engine.path("C-3")).contains("nothingOwed");
        assertThat(engine.ended("C-1") && engine.ended("C-2") && engine.ended("C-3")).isTrue();
    }

    private static void begin(String process, String caseNumber, Object story) {
        STORIES.put(caseNumber, story);
        engine.start(process, caseNumber, Map.of());
    }

    static void settles(ThrowawayEngine engine, String caseNumber, String outcome) {
        assertThat(engine.engine().getRuntimeService().createMessageCorrelation("returns.moneyPlayed").processInstanceBusinessKey(caseNumber)
                .setVariable("refundOutcome", outcome).correlateAllWithResult()).hasSize(1);
    }

    private static void settles(String caseNumber, String outcome) {
        settles(engine, caseNumber, outcome);
    }
}
