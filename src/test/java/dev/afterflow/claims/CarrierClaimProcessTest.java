package dev.afterflow.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every way through a claim against a carrier. */
class CarrierClaimProcessTest {

    private static final Map<String, Map<String, Object>> assessed = new HashMap<>();
    private static final Map<String, String> silence = new HashMap<>();
    private static final ThrowawayEngine engine = ThrowawayEngine.with(Map.of(
            "assessClaim", execution -> execution.setVariables(assessed.get(claim(execution))),
            "fileCarrierClaim", execution -> execution.setVariable("claimBy", soon()),
            "weighCarrierSilence", execution -> execution.setVariable("claimAnswer", silence.getOrDefault(claim(execution), "SILENT")),
            "prepareAppeal", execution -> { },
            "writeOffClaim", execution -> { },
            "closeClaim", execution -> { }), "processes/claims/carrier-claim.bpmn", "forms/claims/*.form");

    @AfterAll
    static void everythingIsWalkedAndOnlyAnswersAreKept() {
        try {
            engine.assertEverythingWalked("carrier-claim");
            assertThat(engine.variableNames("carrier-claim")).containsExactlyInAnyOrder("effectNo", "claimable", "needsApproval", "byHand", "claimBy",
                    "claimAnswer", "moneyIn", "nextStep");
        } finally {
            engine.close();
        }
    }

    @Test
    void nothingOwedIsNotClaimed() {
        begin("C-1", false, false, false);
        assertThat(engine.path("C-1")).endsWith("isClaimable", "nothingToClaim");
        assertThat(engine.ended("C-1")).isTrue();
    }

    @Test
    void aClaimNobodyApprovesIsNotFiled() {
        begin("C-2", true, true, false);
        engine.complete("C-2", "approveClaim", Map.of("claimable", false, "needsApproval", false));
        assertThat(engine.path("C-2")).endsWith("approveClaim", "isClaimable", "nothingToClaim").doesNotContain("fileCarrierClaim");
        assertThat(engine.ended("C-2")).isTrue();
    }

    @Test
    void anApprovedClaimIsFiledAgreedAndPaid() {
        begin("C-3", true, true, false);
        engine.complete("C-3", "approveClaim", Map.of("claimable", true, "needsApproval", false));
        engine.runJobs();
        assertThat(engine.waitingAt("C-3")).containsExactly("awaitCarrier");
        answered("C-3", "AGREED", false);
        assertThat(engine.waitingAt("C-3")).containsExactly("awaitMoney");
        assertThat(money("C-3")).isEqualTo(1);
        assertThat(engine.path("C-3")).endsWith("awaitMoney", "closeClaim", "claimPaid");
        assertThat(engine.ended("C-3")).isTrue();
    }

    @Test
    void moneyThatCameBeforeTheWordIsNotWaitedFor() {
        filed("C-4");
        answered("C-4", "AGREED", true);
        assertThat(engine.path("C-4")).contains("closeClaim").doesNotContain("awaitMoney");
    }

    @Test
    void byHandAPersonFilesItAndAnswersAreHeardAllTheSame() {
        begin("C-5", true, false, true);
        engine.complete("C-5", "fileClaimByHand", Map.of("claimBy", soon()));
        assertThat(engine.waitingAt("C-5")).containsExactly("awaitCarrier");
        answered("C-5", "ASKS_MORE", false);
        engine.complete("C-5", "supplyClaimEvidence", Map.of());
        engine.complete("C-5", "fileClaimByHand", Map.of("claimBy", soon()));
        answered("C-5", "AGREED", true);
        assertThat(engine.ended("C-5")).isTrue();
    }

    @Test
    void theFirstSilenceBecomesAnAppealAndTheSecondAPersonsQuestion() {
        filed("C-6");
        engine.fireTimer("C-6", "answerOverdue");
        engine.runJobs();
        assertThat(engine.path("C-6")).contains("prepareAppeal");
        assertThat(engine.waitingAt("C-6")).containsExactly("awaitCarrier");
        silence.put("CC-6", "SILENT_AGAIN");
        engine.fireTimer("C-6", "answerOverdue");
        decide("C-6", "COMPLAIN", false);
        engine.complete("C-6", "complainToPost", Map.of("claimBy", soon()));
        engine.complete("C-6", "noteAuthorityAnswer", Map.of("nextStep", "ACCEPT", "moneyIn", false));
        assertThat(engine.waitingAt("C-6")).containsExactly("awaitMoney");
        money("C-6");
        assertThat(engine.ended("C-6")).isTrue();
    }

    @Test
    void aRefusalIsAppealedAndAPartIsAccepted() {
        filed("C-7");
        answered("C-7", "DENIED", false);
        decide("C-7", "APPEAL", false);
        engine.runJobs();
        assertThat(engine.waitingAt("C-7")).containsExactly("awaitCarrier");
        answered("C-7", "PART", false);
        decide("C-7", "ACCEPT", true);
        assertThat(engine.ended("C-7")).isTrue();
        assertThat(engine.path("C-7")).endsWith("isMoneyIn", "closeClaim", "claimPaid");
    }

    @Test
    void whatNobodyHelpsIsWrittenOffByTwo() {
        filed("C-8");
        answered("C-8", "DENIED", false);
        decide("C-8", "COMPLAIN", false);
        engine.fireTimer("C-8", "complaintLapsed");
        decide("C-8", "COMPLAIN", false);
        engine.complete("C-8", "complainToPost", Map.of("claimBy", soon()));
        engine.complete("C-8", "noteAuthorityAnswer", Map.of("nextStep", "DECIDE"));
        decide("C-8", "WRITE_OFF", false);
        engine.complete("C-8", "approveWriteOff", Map.of("nextStep", "DECIDE"));
        decide("C-8", "WRITE_OFF", false);
        engine.complete("C-8", "approveWriteOff", Map.of("nextStep", "WRITTEN_OFF"));
        assertThat(engine.path("C-8")).endsWith("writeOffClaim", "claimWrittenOff");
        assertThat(engine.ended("C-8")).isTrue();
    }

    @Test
    void aWordThatComesWhileAWriteOffIsWeighedEndsTheWeighing() {
        filed("C-9");
        answered("C-9", "DENIED", false);
        decide("C-9", "WRITE_OFF", false);
        answered("C-9", "AGREED", false);
        assertThat(engine.task("C-9", "approveWriteOff")).isNull();
        assertThat(engine.waitingAt("C-9")).containsExactly("awaitMoney");
        money("C-9");
    }

    @Test
    void lateMoneyIsChasedUntilItComes() {
        filed("C-10");
        answered("C-10", "AGREED", false);
        engine.fireTimer("C-10", "moneyOverdue");
        engine.complete("C-10", "chaseMoney", Map.of("nextStep", "WAIT", "claimBy", soon()));
        assertThat(engine.waitingAt("C-10")).containsExactly("awaitMoney");
        engine.fireTimer("C-10", "moneyOverdue");
        assertThat(money("C-10")).isEqualTo(1);
        assertThat(engine.path("C-10")).endsWith("paidWhileChasing", "closeClaim", "claimPaid");
    }

    @Test
    void whoeverWaitsNoLongerDecidesAnew() {
        filed("C-11");
        answered("C-11", "AGREED", false);
        engine.fireTimer("C-11", "moneyOverdue");
        engine.complete("C-11", "chaseMoney", Map.of("nextStep", "DECIDE"));
        assertThat(engine.waitingAt("C-11")).contains("decideClaim");
        decide("C-11", "ACCEPT", false);
        money("C-11");
        assertThat(engine.ended("C-11")).isTrue();
    }

    @Test
    void twoClaimsOfOneCaseAreAnsweredInAnyOrder() {
        filed("C-12", "C12A");
        filed("C-12", "C12B");
        answered("C-12", "C12B", "AGREED", true);
        assertThat(engine.engine().getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey("C-12").list()).hasSize(1);
        answered("C-12", "C12A", "AGREED", true);
        assertThat(engine.ended("C-12")).isTrue();
    }

    @Test
    void aClaimTakenBackEndsWhereverItStands() {
        begin("C-13", true, true, false);
        takenBack("C-13");
        begin("C-14", true, false, true);
        takenBack("C-14");
        begin("C-15", true, false, false);
        assertThat(engine.waitingAt("C-15")).as("about to be filed").containsExactly("fileCarrierClaim");
        takenBack("C-15");
        filed("C-16");
        takenBack("C-16");
        filed("C-17");
        answered("C-17", "DENIED", false);
        decide("C-17", "COMPLAIN", false);
        takenBack("C-17");
        filed("C-18");
        answered("C-18", "AGREED", false);
        takenBack("C-18");
    }

    private static void takenBack(String caseNumber) {
        assertThat(engine.engine().getRuntimeService().createMessageCorrelation("claims.claimTakenBack").processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals("effectNo", "C" + caseNumber).correlateAllWithResult()).hasSize(1);
        assertThat(engine.path(caseNumber)).endsWith("claimTakenBack", "claimWithdrawn");
        assertThat(engine.ended(caseNumber)).isTrue();
    }

    private static void filed(String caseNumber) {
        filed(caseNumber, "C" + caseNumber);
    }

    private static void filed(String caseNumber, String claimNo) {
        begin(caseNumber, claimNo, true, false, false);
        engine.runJobs();
    }

    private static void begin(String caseNumber, boolean claimable, boolean approval, boolean byHand) {
        begin(caseNumber, "C" + caseNumber, claimable, approval, byHand);
    }

    private static void begin(String caseNumber, String claimNo, boolean claimable, boolean approval, boolean byHand) {
        assessed.put(claimNo, Map.of("claimable", claimable, "needsApproval", approval, "byHand", byHand, "claimBy", soon()));
        engine.start("carrier-claim", caseNumber, Map.of("effectNo", claimNo));
    }

    private static void answered(String caseNumber, String answer, boolean moneyIn) {
        answered(caseNumber, "C" + caseNumber, answer, moneyIn);
    }

    private static void answered(String caseNumber, String claimNo, String answer, boolean moneyIn) {
        assertThat(engine.engine().getRuntimeService().createMessageCorrelation("claims.carrierAnswered").processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals("effectNo", claimNo).setVariables(Map.of("claimAnswer", answer, "moneyIn", moneyIn, "claimBy", soon()))
                .correlateAllWithResult()).hasSize(1);
    }

    private static int money(String caseNumber) {
        return engine.engine().getRuntimeService().createMessageCorrelation("claims.moneyReceived").processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals("effectNo", "C" + caseNumber).correlateAllWithResult().size();
    }

    private static void decide(String caseNumber, String step, boolean moneyIn) {
        engine.complete(caseNumber, "decideClaim", Map.of("nextStep", step, "moneyIn", moneyIn, "claimBy", soon()));
    }

    private static String claim(DelegateExecution execution) {
        return (String) execution.getVariable("effectNo");
    }

    private static Date soon() {
        return Date.from(Instant.now().plusSeconds(3_600));
    }
}
