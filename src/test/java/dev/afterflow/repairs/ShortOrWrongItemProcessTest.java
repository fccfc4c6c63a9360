package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way a shortage can take, in the model alone; goods and money of other rooms are played. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShortOrWrongItemProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private static final Set<String> ANSWERS = Set.of("evidenceWanted", "evidenceUntil", "answerBy", "escalateAt", "remedy", "purpose",
            "reasonType", "recourse", "effectNo", "replacement", "refundOutcome", "wrongItemBack");
    private final Map<String, Told> cases = new ConcurrentHashMap<>();
    private ThrowawayEngine engine;

    /** What the records of one case say, changed by the test on its way. */
    private static final class Told {
        final List<String> heard = new ArrayList<>();
        String outWeight = "COMPLETE";
        boolean shown;
        boolean asked;
        boolean back;
    }

    @BeforeAll
    void open() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        for (String quiet : List.of("acknowledgeShortage", "escalateShortage", "oweShortage", "tellShortageRefunded", "tellShortageRefused",
                "recordRecovery", "closeShortage")) {
            rooms.put(quiet, execution -> told(execution).heard.add(quiet));
        }
        rooms.put("gatherPacking", this::facts);
        rooms.put("noteShortage", this::note);
        rooms.put("askShortageEvidence", execution -> told(execution).asked = true);
        rooms.put("concludeWrongItem", execution -> execution.setVariable("wrongItemBack", told(execution).back));
        rooms.put("liabilityPlayed", execution -> { });
        engine = ThrowawayEngine.with(rooms, "processes/repairs/short-or-wrong-item.bpmn", "processes/repairs/short-liability.dmn",
                "played/processes/played/*.bpmn", "played/processes/paid/*.bpmn", "forms/repairs/*.form");
    }

    private void facts(DelegateExecution execution) {
        Told told = told(execution);
        Map<String, Object> facts = Map.of("jurisdiction", "CN", "claim", "SHORT", "packed", "FULL", "outWeight", told.outWeight,
                "onTheWay", "SAME", "sealedBox", false, "shown", told.shown);
        facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }

    private void note(DelegateExecution execution) {
        Told told = told(execution);
        told.heard.add("party " + execution.getVariable("party"));
        execution.setVariable("evidenceWanted", execution.getVariable("mayAsk").equals(true) && !told.asked);
        execution.setVariable("evidenceUntil", LATER);
        execution.setVariable("answerBy", LATER);
        execution.setVariable("escalateAt", LATER);
    }

    private Told told(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey());
    }

    private Told begin(String number) {
        Told told = new Told();
        cases.put(number, told);
        return told;
    }

    private Told light(String number) {
        Told told = begin(number);
        told.outWeight = "MISSING";
        engine.start("short-or-wrong-item", number, Map.of());
        return told;
    }

    private void decide(String number, String task, String remedy, String recourse) {
        engine.complete(number, task, Map.of("remedy", remedy, "purpose", remedy.equals("exchange") ? "exchange" : "reship", "reasonType", "SHORT",
                "recourse", recourse, "effectNo", "K-" + number));
    }

    private void play(String number, String message, Map<String, Object> answers) {
        assertThat(engine.engine().getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(number).setVariables(answers)
                .correlateAllWithResult()).hasSize(1);
    }

    @AfterAll
    void everyStepAndEveryArrowWasWalkedAndNothingElseRemembered() {
        engine.assertEverythingWalked("short-or-wrong-item");
        assertThat(ANSWERS).hasSizeLessThanOrEqualTo(12).containsAll(engine.variableNames("short-or-wrong-item"));
        engine.close();
    }

    @Test
    void aShortageProvedByWeightIsSentAgainWhileTheRecoveryRunsBeside() {
        Told told = light("S1");
        assertThat(engine.path("S1")).doesNotContain("askShortageEvidence");
        decide("S1", "decideShortage", "reship", "record");
        assertThat(told.heard).contains("party WAREHOUSE", "recordRecovery").doesNotContain("closeShortage");
        play("S1", "logistics.parcelPlayed", Map.of("replacement", "shipped"));
        assertThat(engine.ended("S1")).isTrue();
        assertThat(told.heard).endsWith("closeShortage");
    }

    @Test
    void aBuyerIsAskedOnceAndPicturesBringTheRecordsBackToTheTable() {
        Told told = begin("S2");
        engine.start("short-or-wrong-item", "S2", Map.of());
        assertThat(engine.waitingAt("S2")).containsExactly("awaitShortageEvidence");
        told.shown = true;
        assertThat(engine.correlate("repairs.shortageEvidenceCame", "S2", Map.of())).isEqualTo(1);
        assertThat(told.heard).contains("party UNPROVED");
        decide("S2", "decideShortage", "refuse", "none");
        assertThat(engine.ended("S2")).isTrue();
        assertThat(told.heard).contains("tellShortageRefused").doesNotContain("recordRecovery");
    }

    @Test
    void aBuyerWhoSendsNothingIsNotRefusedForIt() {
        Told told = begin("S3");
        engine.start("short-or-wrong-item", "S3", Map.of());
        engine.fireTimer("S3", "shortageEvidenceOver");
        assertThat(engine.waitingAt("S3")).containsExactly("decideShortage");
        decide("S3", "decideShortage", "refund", "none");
        play("S3", "returns.moneyPlayed", Map.of("refundOutcome", "paid"));
        assertThat(told.heard).containsSubsequence("oweShortage", "tellShortageRefunded", "closeShortage");
    }

    @Test
    void outOfStockTurnsIntoMoneyAndWhatTheApproverSendsBackIsDecidedAnew() {
        Told told = light("S4");
        decide("S4", "decideShortage", "reship", "none");
        play("S4", "logistics.parcelPlayed", Map.of("replacement", "outOfStock"));
        assertThat(told.heard).contains("oweShortage");
        play("S4", "returns.moneyPlayed", Map.of("refundOutcome", "sentBack"));
        decide("S4", "reviseShortage", "refund", "none");
        play("S4", "returns.moneyPlayed", Map.of("refundOutcome", "paid"));
        assertThat(engine.ended("S4")).isTrue();
    }

    @Test
    void wrongGoodsComeBackAndTheRightOnesGoOut() {
        Told told = light("S5");
        told.back = true;
        decide("S5", "decideShortage", "exchange", "carrier");
        play("S5", "logistics.goodsPlayed", Map.of());
        assertThat(engine.waitingAt("S5")).as("the claim runs beside it").contains("parcelPlayed", "claimPlayed");
        play("S5", "logistics.parcelPlayed", Map.of("replacement", "shipped"));
        assertThat(engine.ended("S5")).isFalse();
        play("S5", "claims.claimPlayed", Map.of());
        assertThat(engine.ended("S5")).isTrue();
    }

    @Test
    void wrongGoodsThatDoNotComeBackAreAPersonsMatter() {
        light("S6");
        decide("S6", "decideShortage", "exchange", "none");
        play("S6", "logistics.goodsPlayed", Map.of());
        decide("S6", "reviseShortage", "settled", "none");
        assertThat(engine.ended("S6")).isTrue();
    }

    @Test
    void aBuyerMayTakeItBackUntilTheRemedyIsDecided() {
        Told told = light("S7");
        assertThat(engine.correlate("repairs.shortageWithdrawn", "S7", Map.of())).isEqualTo(1);
        assertThat(engine.ended("S7")).isTrue();
        assertThat(told.heard).endsWith("closeShortage");
    }

    @Test
    void aDecisionNearItsDeadlineIsEscalatedAndStaysOpen() {
        Told told = light("S8");
        engine.fireTimer("S8", "shortageDueNeared");
        assertThat(told.heard).contains("escalateShortage");
        assertThat(engine.task("S8", "decideShortage")).isNotNull();
    }
}
