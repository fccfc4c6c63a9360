package dev.afterflow.disputes;

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
import org.junit.jupiter.api.TestInstance;

/** Every way a dispute can take, with the real table and every node of both models. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputeProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private final Map<String, Map<String, Object>> after = new HashMap<>();
    private final Map<String, Map<String, Object>> today = new HashMap<>();
    private final List<String> advised = new ArrayList<>();
    private final ThrowawayEngine engine = ThrowawayEngine.with(delegates(), "processes/disputes/*.bpmn", "processes/disputes/*.dmn", "forms/disputes/*.form");

    private Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        rooms.put("openDispute", execution -> {
            facts().forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
            List.of("answerBy", "warnAt", "alarmAt").forEach(date -> execution.setVariable(date, LATER));
        });
        rooms.put("renewDispute", execution -> today.getOrDefault(execution.getProcessBusinessKey(), facts())
                .forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true))));
        rooms.put("noteStrategy", execution -> {
            advised.add(execution.getProcessBusinessKey() + " " + execution.getVariable("strategy"));
            execution.setVariable("verdictBy", LATER);
        });
        rooms.put("submitDisputeAnswer", execution -> execution.setVariable("effectNo", "DA-" + execution.getProcessBusinessKey()));
        rooms.put("noteVerdict", execution -> after.getOrDefault(execution.getProcessBusinessKey(), Map.of("appealable", false, "appeal", false, "toDo", false))
                .forEach(execution::setVariable));
        List.of("warnDisputeDeadline", "noteDisputeDefault", "closeDispute", "noteDisputeWithdrawn").forEach(name -> rooms.put(name, execution -> { }));
        return rooms;
    }

    @AfterAll
    void everythingWasWalked() {
        List.of("dispute", "dispute-answer").forEach(engine::assertEverythingWalked);
        assertThat(engine.variableNames("dispute")).containsExactlyInAnyOrder("answerBy", "warnAt", "alarmAt", "position", "verdictBy", "verdictKnown", "appealable",
                "appealBy", "appeal", "toDo", "actBy");
        assertThat(engine.variableNames("dispute-answer")).containsExactlyInAnyOrder("answerBy", "warnAt", "alarmAt", "position", "small", "confirmed", "packGood", "byHand",
                "effectNo", "receipt");
        engine.close();
    }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>(Map.of("disputeKind", "PLATFORM", "reason", "NOT_RECEIVED", "amountMinor", 12_950L, "currency", "CNY",
                "refunded", false, "late", false, "extortion", false, "deliveryProof", true, "goods", "", "report", ""));
        facts.putAll(Map.of("listing", "", "weightFull", false, "authorised", false, "pastDecided", 0L, "pastWonPercent", 0L));
        return facts;
    }

    private int hear(String number, String message, Map<String, Object> answers) {
        return engine.engine().getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(number).setVariables(answers).correlateAllWithResult().size();
    }

    private void begin(String number, String position, boolean small) {
        engine.start("dispute", number, Map.of());
        decide(number, position, small);
    }

    private void decide(String number, String position, boolean small) {
        engine.complete(number, "decideDispute", Map.of("position", position, "small", small, "byHand", small));
    }

    private void pack(String number, boolean good, boolean byHand) {
        engine.complete(number, "gatherEvidence", Map.of());
        engine.complete(number, "approvePack", Map.of("packGood", good, "byHand", byHand));
        engine.runJobs();
    }

    private void verdict(String number) {
        assertThat(hear(number, "disputes.verdictGiven", Map.of())).isEqualTo(1);
    }

    @Test
    void aContestedDisputeIsSubmittedAndWon() {
        begin("D1", "CONTEST", false);
        assertThat(advised).contains("D1 CONTEST");
        pack("D1", false, false);
        assertThat(engine.waitingAt("D1")).contains("gatherEvidence");
        pack("D1", true, false);
        assertThat(engine.waitingAt("D1")).contains("awaitReceipt");
        hear("D1", "disputes.platformAnswered", Map.of("receipt", "DONE"));
        assertThat(engine.waitingAt("D1")).containsExactly("awaitVerdict");
        verdict("D1");
        assertThat(engine.path("D1")).contains("closeDispute", "disputeClosed");
        assertThat(engine.ended("D1")).isTrue();
    }

    @Test
    void acceptingTakesASecondPersonWhoMaySayNo() {
        begin("D2", "ACCEPT", false);
        engine.complete("D2", "confirmAcceptance", Map.of("confirmed", false, "byHand", false));
        decide("D2", "ACCEPT", false);
        engine.complete("D2", "confirmAcceptance", Map.of("confirmed", true, "byHand", false));
        engine.runJobs();
        hear("D2", "disputes.platformAnswered", Map.of("receipt", "DONE"));
        assertThat(engine.path("D2")).contains("isOver").doesNotContain("awaitVerdict");
        assertThat(engine.ended("D2")).isTrue();
    }

    @Test
    void aSmallOneIsGivenUpByOnePersonByHand() {
        begin("D3", "ACCEPT", true);
        engine.complete("D3", "submitByHand", Map.of());
        assertThat(engine.ended("D3")).isTrue();
    }

    @Test
    void whatTheMachineCannotSubmitAPersonDoesAndAChangedMatterIsDecidedAnew() {
        begin("D4", "CONTEST", false);
        pack("D4", true, false);
        hear("D4", "disputes.platformAnswered", Map.of("receipt", "CHANGED"));
        decide("D4", "CONTEST", false);
        pack("D4", true, false);
        hear("D4", "disputes.platformAnswered", Map.of("receipt", "NEEDS_PERSON"));
        engine.complete("D4", "submitByHand", Map.of());
        verdict("D4");
        assertThat(engine.ended("D4")).isTrue();
    }

    @Test
    void theDeadlineWarnsCallsASupervisorAndEndsTheAnswer() {
        begin("D5", "CONTEST", false);
        engine.fireTimer("D5", "deadlineNeared");
        assertThat(engine.path("D5")).contains("warnDisputeDeadline", "deadlineWarned");
        engine.fireTimer("D5", "deadlineClosed");
        assertThat(engine.waitingAt("D5")).contains("superviseDispute", "gatherEvidence");
        engine.complete("D5", "superviseDispute", Map.of());
        engine.fireTimer("D5", "deadlinePassed");
        assertThat(engine.path("D5")).contains("noteDisputeDefault");
        assertThat(engine.waitingAt("D5")).containsExactly("awaitVerdict");
        verdict("D5");
        assertThat(engine.ended("D5")).isTrue();
    }

    @Test
    void aSupervisorsTaskGoesWithTheAnswer() {
        begin("D6", "ACCEPT", true);
        engine.fireTimer("D6", "deadlineClosed");
        engine.complete("D6", "submitByHand", Map.of());
        assertThat(engine.task("D6", "superviseDispute")).isNull();
        assertThat(engine.ended("D6")).isTrue();
    }

    @Test
    void aVerdictBeforeTheAnswerEndsTheAnswering() {
        begin("D7", "CONTEST", false);
        verdict("D7");
        assertThat(engine.task("D7", "gatherEvidence")).isNull();
        assertThat(engine.ended("D7")).isTrue();
    }

    @Test
    void aLossIsAppealedOnceAndThenCarriedOut() {
        after.put("D8", Map.of("appealable", true, "appeal", false, "toDo", true, "appealBy", LATER, "actBy", LATER));
        begin("D8", "CONTEST", false);
        pack("D8", true, true);
        engine.complete("D8", "submitByHand", Map.of());
        verdict("D8");
        today.put("D8", facts());
        today.get("D8").put("deliveryProof", false);
        engine.complete("D8", "decideAppeal", Map.of("appeal", true));
        assertThat(advised.stream().filter(each -> each.startsWith("D8 "))).as("proposed afresh, by today's facts").containsExactly("D8 CONTEST", "D8 ACCEPT");
        after.put("D8", Map.of("appealable", false, "appeal", false, "toDo", true, "actBy", LATER));
        decide("D8", "CONTEST", false);
        pack("D8", true, true);
        engine.complete("D8", "submitByHand", Map.of());
        verdict("D8");
        engine.complete("D8", "executeVerdict", Map.of());
        assertThat(engine.ended("D8")).isTrue();
    }

    @Test
    void anAppealNobodyMakesLapses() {
        after.put("D9", Map.of("appealable", true, "appeal", false, "toDo", false, "appealBy", LATER));
        begin("D9", "CONTEST", false);
        verdict("D9");
        engine.fireTimer("D9", "appealLapsed");
        assertThat(engine.ended("D9")).isTrue();
        after.put("D10", after.get("D9"));
        begin("D10", "CONTEST", false);
        verdict("D10");
        engine.complete("D10", "decideAppeal", Map.of("appeal", false));
        assertThat(engine.ended("D10")).isTrue();
    }

    @Test
    void aSilentPlatformIsAskedUntilItsVerdictIsKnown() {
        begin("D11", "CONTEST", false);
        engine.fireTimer("D11", "deadlinePassed");
        engine.fireTimer("D11", "disputeVerdictOverdue");
        engine.complete("D11", "chaseVerdict", Map.of("verdictKnown", false, "verdictBy", LATER));
        engine.fireTimer("D11", "disputeVerdictOverdue");
        engine.complete("D11", "chaseVerdict", Map.of("verdictKnown", true));
        assertThat(engine.ended("D11")).isTrue();
    }

    @Test
    void aVerdictThatComesWhileItIsLookedForEndsTheLooking() {
        begin("D13", "CONTEST", false);
        engine.fireTimer("D13", "deadlinePassed");
        engine.fireTimer("D13", "disputeVerdictOverdue");
        verdict("D13");
        assertThat(engine.task("D13", "chaseVerdict")).isNull();
        assertThat(engine.path("D13")).contains("decidedAtLast");
        assertThat(engine.ended("D13")).isTrue();
    }

    @Test
    void aBankThatAsksAgainIsAnsweredAgain() {
        begin("D14", "CONTEST", false);
        pack("D14", true, false);
        hear("D14", "disputes.platformAnswered", Map.of("receipt", "DONE"));
        assertThat(again("D14")).isEqualTo(1);
        assertThat(engine.waitingAt("D14")).contains("decideDispute");
        assertThat(advised.stream().filter(each -> each.startsWith("D14 "))).hasSize(2);
        engine.fireTimer("D14", "deadlinePassed");
        engine.fireTimer("D14", "disputeVerdictOverdue");
        assertThat(again("D14")).isEqualTo(1);
        assertThat(engine.task("D14", "chaseVerdict")).isNull();
        decide("D14", "ACCEPT", true);
        engine.complete("D14", "submitByHand", Map.of());
        assertThat(engine.ended("D14")).isTrue();
    }

    private int again(String number) {
        return hear(number, "disputes.evidenceAskedAgain", Map.of("answerBy", LATER, "warnAt", LATER, "alarmAt", LATER, "verdictBy", LATER));
    }

    @Test
    void aWithdrawnDisputeEndsEverything() {
        begin("D12", "CONTEST", false);
        assertThat(hear("D12", "disputes.disputeWithdrawn", Map.of())).isEqualTo(1);
        assertThat(engine.path("D12")).contains("noteDisputeWithdrawn");
        assertThat(engine.ended("D12")).isTrue();
    }
}
