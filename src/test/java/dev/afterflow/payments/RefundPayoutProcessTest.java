package dev.afterflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every path of refund-payout: evidence before, at and after the hour, and the payment that does not cover it. */
class RefundPayoutProcessTest {

    private static ThrowawayEngine engine;

    @BeforeAll
    static void deploy() {
        engine = ThrowawayEngine.with(Map.of("issueRefund", execution -> {
            execution.setVariable("effectNo", "R" + execution.getProcessBusinessKey() + execution.getVariable("part"));
            if (execution.getProcessBusinessKey().startsWith("over")) {
                throw new BpmnError("payments.overRefund");
            }
        }), "processes/payments/*.bpmn", "forms/payments/*.form");
    }

    @AfterAll
    static void everythingWasWalked() {
        try {
            engine.assertEverythingWalked("refund-payout");
            assertThat(engine.variableNames("refund-payout"))
                .isSubsetOf("part", "refundSeq", "effectNo", "refundPaid");
        } finally {
            engine.close();
        }
    }

    @Test
    void evidenceWithinTheHourEndsTheWait() {
        parked("early");
        assertThat(settled("early", 0)).isEqualTo(1);
        engine.runJobs();
        assertThat(engine.ended("early")).isTrue();
    }

    @Test
    void afterAnHourAPersonChasesWhileTheWaitGoesOn() {
        parked("hour");
        engine.fireTimer("hour", "hourPassed");
        engine.runJobs();
        assertThat(engine.waitingAt("hour")).contains("awaitRefund", "chaseRefund");

        engine.complete("hour", "chaseRefund", Map.of());
        assertThat(engine.waitingAt("hour")).containsExactly("awaitRefund");
        assertThat(settled("hour", 0)).isEqualTo(1);
        engine.runJobs();
        assertThat(engine.ended("hour")).isTrue();
    }

    @Test
    void evidenceTakesAnOpenChaseAway() {
        parked("late");
        engine.fireTimer("late", "hourPassed");
        engine.runJobs();
        assertThat(settled("late", 0)).isEqualTo(1);
        engine.runJobs();
        assertThat(engine.ended("late")).isTrue();
        assertThat(engine.task("late", "chaseRefund")).isNull();
    }

    @Test
    void whatThePaymentDoesNotCoverEndsWithoutAWait() {
        engine.start("refund-payout", "over", Map.of("part", 0L));
        engine.runJobs();
        assertThat(engine.path("over")).endsWith("paymentExceeded", "overRefunded").doesNotContain("awaitRefund");
        assertThat(engine.ended("over")).isTrue();
    }

    @Test
    void evidenceForOnePartLeavesTheOtherWaiting() {
        engine.start("refund-payout", "two", Map.of("part", 0L));
        engine.start("refund-payout", "two", Map.of("part", 1L));
        engine.runJobs();
        assertThat(settled("two", 1)).isEqualTo(1);
        engine.runJobs();
        assertThat(settled("two", 1)).isZero();
        assertThat(settled("two", 0)).isEqualTo(1);
        engine.runJobs();
        assertThat(engine.ended("two")).isTrue();
    }

    private static void parked(String caseNumber) {
        engine.start("refund-payout", caseNumber, Map.of("part", 0L, "refundSeq", 1L));
        engine.runJobs();
        assertThat(engine.waitingAt(caseNumber)).containsExactly("awaitRefund");
    }

    private static int settled(String caseNumber, int part) {
        return engine.correlate("payments.refundSettled", caseNumber, Map.of("effectNo", "R" + caseNumber + part));
    }
}
