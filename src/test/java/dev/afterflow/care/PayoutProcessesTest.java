package dev.afterflow.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way through care-payout and order-compensation, money included. */
class PayoutProcessesTest {

    private static final Map<String, Map<String, Object>> STORIES = new ConcurrentHashMap<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), "processes/care/care-payout.bpmn",
            "processes/care/order-compensation.bpmn", "processes/care/late-shipment-compensation.dmn", "processes/payments/refund-payout.bpmn",
            "processes/returns/approval-authority.dmn", "forms/care/approvePayout.form", "forms/care/resolveCarePayment.form", "forms/payments/*.form");

    private static Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> all = new HashMap<>();
        all.put("weighPayout", execution -> facts(execution, Map.of("kind", "COMPENSATION", "reasonType", "", "paidMinor", 100_000L)));
        all.put("layLimits", execution -> Map.of("agentLimit", 10_000L, "leadLimit", 30_000L, "supervisorLimit", 50_000L, "managerLimit", 200_000L)
                .forEach((name, most) -> execution.setVariable(name, Variables.untypedValue(most, true))));
        all.put("notePayout", execution -> execution.setVariable("team",
                story(execution.getProcessBusinessKey()).getOrDefault("byRule", true).equals(true) ? "none" : execution.getVariable("approvalTeam")));
        all.put("decidePayout", execution -> execution.setVariable("partCount", story(execution.getProcessBusinessKey()).getOrDefault("parts", 1L)));
        all.put("settlePayout", execution -> execution.setVariable("payoutOutcome", ((List<?>) story(execution.getProcessBusinessKey())
                .getOrDefault("settles", List.of("paid"))).get(times(execution.getProcessBusinessKey()))));
        all.put("weighLateness", execution -> facts(execution, Map.of("ruleSet", "TAOBAO", "excuse", "NONE", "jurisdiction", "CN")));
        all.put("noteLateness", execution -> {
            assertThat(execution.getVariable("percent")).isEqualTo(10L);
            execution.setVariable("owed", story(execution.getProcessBusinessKey()).get("owed"));
        });
        all.put("bookDeduction", execution -> { });
        all.put("concludeCompensation", execution -> { });
        all.put("issueRefund", execution -> execution.setVariable("effectNo", execution.getProcessBusinessKey() + "/" + execution.getVariable("part")));
        return all;
    }

    private static void facts(DelegateExecution execution, Map<String, Object> facts) {
        facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
        execution.setVariable("amountMinor", Variables.untypedValue(story(execution.getProcessBusinessKey()).getOrDefault("amount", 500L), true));
        execution.setVariable("days", Variables.untypedNullValue(true));
        execution.setVariable("event", Variables.untypedValue("LATE", true));
    }

    private static Map<String, Object> story(String caseNumber) {
        return STORIES.computeIfAbsent(caseNumber, key -> new HashMap<>());
    }

    private static int times(String caseNumber) {
        return (Integer) story(caseNumber).merge("times", 0, (before, none) -> (Integer) before + 1);
    }

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("care-payout");
        engine.assertEverythingWalked("order-compensation");
        assertThat(engine.variableNames("care-payout")).containsExactly("partCount", "payment", "payoutOutcome", "team");
        assertThat(engine.variableNames("order-compensation")).containsExactly("owed");
        engine.close();
    }

    @Test
    void whatTheRuleMayPayIsPaidWithoutASecondPerson() {
        engine.start("care-payout", "P-1", Map.of());
        paid("P-1");
        assertThat(engine.ended("P-1")).isTrue();
        assertThat(engine.path("P-1")).contains("payoutDone").doesNotContain("approvePayout");
    }

    @Test
    void moreThanThatWaitsForWhoMayApproveIt() {
        story("P-2").put("byRule", false);
        story("P-2").put("amount", 40_000L);
        engine.start("care-payout", "P-2", Map.of());
        assertThat(engine.engine().getTaskService().createTaskQuery().taskCandidateGroup("returns-leads").processInstanceBusinessKey("P-2").count()).isEqualTo(1);
        engine.complete("P-2", "approvePayout", Map.of("payoutOutcome", "approved"));
        paid("P-2");
        assertThat(engine.ended("P-2")).isTrue();
    }

    @Test
    void notApprovedIsNotPaid() {
        story("P-3").put("byRule", false);
        engine.start("care-payout", "P-3", Map.of());
        engine.complete("P-3", "approvePayout", Map.of("payoutOutcome", "denied"));
        assertThat(engine.ended("P-3")).isTrue();
        assertThat(engine.path("P-3")).contains("payoutDenied").doesNotContain("decidePayout");
    }

    @Test
    void aPaymentThatFailsIsLookedAtPaidAgainAndIfNeedBePaidInAnotherWay() {
        story("P-4").put("settles", List.of("unpaid", "unpaid", "unpaid"));
        engine.start("care-payout", "P-4", Map.of());
        paid("P-4");
        engine.complete("P-4", "resolveCarePayment", Map.of("payment", "check"));
        engine.complete("P-4", "resolveCarePayment", Map.of("payment", "again"));
        paid("P-4");
        engine.complete("P-4", "resolveCarePayment", Map.of("payment", "otherwise"));
        assertThat(engine.ended("P-4")).isTrue();
        assertThat(engine.path("P-4")).contains("payoutOtherwise");
    }

    @Test
    void whatTheOrdersPaymentsCannotGiveBackGoesToFinanceAtOnce() {
        story("P-5").putAll(Map.of("parts", 0L, "settles", List.of("unpaid")));
        engine.start("care-payout", "P-5", Map.of());
        assertThat(engine.waitingAt("P-5")).containsExactly("resolveCarePayment");
    }

    @Test
    void theShopPaysThePlatformDeductsOrNothingIsOwed() {
        story("C-1").put("owed", "shop");
        engine.start("order-compensation", "C-1", Map.of());
        paid("C-1");
        assertThat(engine.path("C-1")).contains("concludeCompensation", "compensationDone", "payoutDone");
        story("C-2").put("owed", "platform");
        engine.start("order-compensation", "C-2", Map.of());
        assertThat(engine.path("C-2")).contains("bookDeduction", "deductionBooked").doesNotContain("payCompensation");
        story("C-3").put("owed", "none");
        engine.start("order-compensation", "C-3", Map.of());
        assertThat(engine.path("C-3")).contains("nothingOwed");
        assertThat(engine.ended("C-1") && engine.ended("C-2") && engine.ended("C-3")).isTrue();
    }

    private static void paid(String caseNumber) {
        engine.runJobs();
        engine.engine().getRuntimeService().createMessageCorrelation("payments.refundSettled").processInstanceBusinessKey(caseNumber)
                .setVariable("refundPaid", true).correlateAllWithResult();
        engine.runJobs();
    }
}
