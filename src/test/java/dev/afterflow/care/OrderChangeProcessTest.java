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
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way of a change a buyer asks for. */
class OrderChangeProcessTest {

    private static final List<String> done = new ArrayList<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), CareModels.with("order-change"));

    private static Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> all = new HashMap<>(CareModels.delegates(done));
        all.put("lookAtOrder", execution -> {
            done.add("lookAtOrder " + execution.getProcessBusinessKey());
            Map.of("what", "ADDRESS", "stage", "UNSHIPPED").forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
        });
        all.put("noteChangeWay", execution -> {
            assertThat(execution.getVariable("changeWay")).isEqualTo("apply");
            execution.setVariable("answerBy", Date.from(Instant.now().plusSeconds(3_600)));
        });
        all.put("oweOrder", execution -> execution.setVariable("refundDue", execution.getProcessBusinessKey().startsWith("PAID")));
        all.put("interceptParcel", execution -> execution.setVariable("answerBy", Date.from(Instant.now().plusSeconds(3_600))));
        all.put("flagOrder", execution -> execution.setVariable("effectNo", "FLAG-" + execution.getProcessBusinessKey()));
        return all;
    }

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        engine.assertEverythingWalked("order-change");
        assertThat(engine.variableNames("order-change")).containsExactly("answerBy", "changeAnswer", "effectNo", "flagSet", "refundOutcome");
        engine.close();
    }

    @Test
    void aChangeIsToldToTheWarehouseFlaggedAndToldToTheBuyer() {
        handled("CH-1", "agreed");
        engine.runJobs();
        assertThat(engine.waitingAt("CH-1")).containsExactly("awaitFlag");
        assertThat(settles("CH-1", "FLAG-OTHER", true)).as("another flag's answer").isZero();
        assertThat(settles("CH-1", "FLAG-CH-1", true)).isEqualTo(1);
        engine.runJobs();
        assertThat(engine.path("CH-1")).contains("applyChange", "tellChanged", "changeClosed").doesNotContain("flagByHand");
    }

    @Test
    void aFlagThatIsRefusedIsSetByHand() {
        handled("CH-2", "agreed");
        engine.runJobs();
        settles("CH-2", "FLAG-CH-2", false);
        engine.runJobs();
        engine.complete("CH-2", "flagByHand", Map.of());
        assertThat(done).contains("tellChanged CH-2");
        assertThat(engine.ended("CH-2")).isTrue();
    }

    @Test
    void aFlagNobodyAnswersAboutIsSetByHandAndALateAnswerFindsNobody() {
        handled("CH-3", "agreed");
        engine.runJobs();
        engine.fireTimer("CH-3", "flagOverdue");
        assertThat(settles("CH-3", "FLAG-CH-3", true)).isZero();
        engine.complete("CH-3", "flagByHand", Map.of());
        assertThat(engine.ended("CH-3")).isTrue();
    }

    @Test
    void aCancellationIsRefundedAndFlaggedToo() {
        handled("CH-4", "cancelled");
        engine.runJobs();
        assertThat(engine.path("CH-4")).contains("cancelOrder", "refundCancelled", "nothingToRefund", "flagOrder");
        settles("CH-4", "FLAG-CH-4", true);
        engine.runJobs();
        assertThat(engine.ended("CH-4")).isTrue();
    }

    @Test
    void aRefundTheApproverSendsBackIsLookedAtAgain() {
        handled("PAID-1", "cancelled");
        OrderMoneyProcessTest.settles(engine, "PAID-1", "sentBack");
        assertThat(engine.waitingAt("PAID-1")).containsExactly("handleChange");
        engine.complete("PAID-1", "handleChange", Map.of("changeAnswer", "refused"));
        assertThat(engine.path("PAID-1")).contains("isCancelRefunded", "refuseChange").doesNotContain("flagOrder");
    }

    @Test
    void whatCannotBeChangedIsToldWithItsReason() {
        handled("CH-5", "refused");
        assertThat(engine.path("CH-5")).contains("refuseChange", "closeChange").doesNotContain("flagOrder");
    }

    @Test
    void aParcelThatLeavesMeanwhileIsLookedAtAgain() {
        engine.start("order-change", "CH-6", Map.of());
        engine.correlate("care.orderShipped", "CH-6", Map.of());
        assertThat(done.stream().filter("lookAtOrder CH-6"::equals).count()).isEqualTo(2);
        assertThat(engine.waitingAt("CH-6")).containsExactly("handleChange");
    }

    @Test
    void whatLeftIsStoppedByTheCarrierAndDecidedOnceItHasAnsweredOrADayIsOver() {
        handled("CH-8", "intercept");
        assertThat(engine.waitingAt("CH-8")).containsExactly("awaitInterception");
        assertThat(engine.correlate("care.interceptionAnswered", "CH-8", Map.of())).isEqualTo(1);
        engine.complete("CH-8", "handleChange", Map.of("changeAnswer", "refused"));
        assertThat(engine.path("CH-8")).containsSubsequence("interceptParcel", "awaitInterception", "lookAtOrder", "handleChange", "refuseChange");

        handled("CH-9", "intercept");
        engine.fireTimer("CH-9", "interceptionOverdue");
        assertThat(engine.waitingAt("CH-9")).containsExactly("handleChange");
        engine.correlate("care.changeWithdrawn", "CH-9", Map.of());
        assertThat(engine.ended("CH-9")).isTrue();
    }

    @Test
    void whoDoesNotWantItAnyMoreEndsIt() {
        engine.start("order-change", "CH-7", Map.of());
        engine.correlate("care.changeWithdrawn", "CH-7", Map.of());
        assertThat(engine.ended("CH-7")).isTrue();
    }

    private static void handled(String caseNumber, String answer) {
        engine.start("order-change", caseNumber, Map.of());
        engine.complete(caseNumber, "handleChange", Map.of("changeAnswer", answer));
    }

    private static int settles(String caseNumber, String flag, boolean set) {
        return engine.engine().getRuntimeService().createMessageCorrelation("care.flagSettled").processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals("effectNo", flag).setVariable("flagSet", set).correlateAllWithResult().size();
    }
}
