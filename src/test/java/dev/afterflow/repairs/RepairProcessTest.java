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
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way a repair and its quote can take, in the models alone; goods and money of other rooms are played. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private static final Set<String> ANSWERS = Set.of("nextStep", "answerBy", "escalateAt", "repairBy", "freightPayer", "reasonType", "intake",
            "repairOutcome", "provedBy", "instead", "purpose", "refundOutcome");
    private static final Set<String> QUOTE_ANSWERS = Set.of("remindAt", "quoteUntil", "quoteAnswer", "payment");
    private static final Map<String, Object> QUOTE = Map.of("remindAt", LATER, "quoteUntil", LATER);
    private final Map<String, Told> cases = new ConcurrentHashMap<>();
    private ThrowawayEngine engine;

    /** What the room says about one case: the steps of the hub in their order, and what came. */
    private static final class Told {
        final List<String> heard = new ArrayList<>();
        final List<String> steps = new ArrayList<>();
        final List<String> arrivals = new ArrayList<>();
        long failures;
    }

    @BeforeAll
    void open() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        for (String quiet : List.of("acknowledgeRepair", "escalateRepair", "noteTermOver", "oweRefund", "closeRepair", "tellQuote", "lapseQuote")) {
            rooms.put(quiet, execution -> told(execution).heard.add(quiet));
        }
        rooms.put("gatherRepair", this::facts);
        rooms.put("noteCover", this::note);
        rooms.put("concludeArrival", execution -> {
            execution.setVariable("nextStep", told(execution).arrivals.remove(0));
            execution.setVariable("repairBy", LATER);
        });
        rooms.put("noteSentBack", execution -> execution.setVariable("provedBy", LATER));
        rooms.put("noteFailure", execution -> told(execution).failures++);
        rooms.put("remindQuote", execution -> execution.setVariable("remindAt", LATER));
        rooms.put("liabilityPlayed", execution -> { });
        engine = ThrowawayEngine.with(rooms, "processes/repairs/repair.bpmn", "processes/repairs/repair-quote.bpmn", "processes/repairs/warranty-cover.dmn",
                "processes/repairs/repair-right.dmn", "played/processes/played/*.bpmn", "played/processes/paid/*.bpmn", "forms/repairs/*.form");
    }

    private void facts(DelegateExecution execution) {
        Map<String, Object> facts = new HashMap<>(Map.of("jurisdiction", "CN", "found", "", "abuseProved", false, "durable", true, "days", 100L,
                "failedRepair", false, "promised", true, "inTerm", true, "mainPart", false, "mainPartInTerm", true));
        facts.putAll(Map.of("failures", told(execution).failures, "late", false, "partsLate", false, "repairable", true, "goodsLost", false));
        facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }

    private void note(DelegateExecution execution) {
        Told told = told(execution);
        told.heard.add(execution.getVariable("cover") + " " + execution.getVariable("right"));
        String next = told.steps.remove(0);
        execution.setVariable("nextStep", next);
        List.of("answerBy", "escalateAt", "repairBy").forEach(term -> execution.setVariable(term, LATER));
        execution.setVariable("freightPayer", "seller");
        execution.setVariable("reasonType", "QUALITY");
        if (next.equals("sendBack")) {
            execution.setVariable("purpose", "sendBack");
            execution.setVariable("repairOutcome", "none");
        }
    }

    private Told told(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey());
    }

    private Told begin(String number, Consumer<Told> about) {
        Told told = new Told();
        about.accept(told);
        cases.put(number, told);
        engine.start("repair", number, Map.of());
        return told;
    }

    private Told inTheWorkshop(String number, String... steps) {
        Told told = begin(number, about -> {
            about.steps.add("review");
            about.steps.addAll(List.of(steps));
            about.arrivals.add("diagnose");
        });
        engine.complete(number, "reviewRepair", Map.of("intake", "takenIn"));
        play(number, "logistics.goodsPlayed", Map.of());
        engine.complete(number, "diagnoseGoods", Map.of());
        return told;
    }

    private void repaired(String number) {
        engine.complete(number, "repairGoods", Map.of("repairOutcome", "repaired", "purpose", "sendBack"));
        play(number, "logistics.parcelPlayed", Map.of());
    }

    private void play(String number, String message, Map<String, Object> answers) {
        assertThat(engine.engine().getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(number).setVariables(answers)
                .correlateAllWithResult()).as(message + " at " + engine.waitingAt(number)).hasSize(1);
    }

    @AfterAll
    void everyStepAndEveryArrowWasWalkedAndNothingElseRemembered() {
        engine.assertEverythingWalked("repair");
        engine.assertEverythingWalked("repair-quote");
        assertThat(ANSWERS).hasSizeLessThanOrEqualTo(12).containsAll(engine.variableNames("repair"));
        assertThat(QUOTE_ANSWERS).containsAll(engine.variableNames("repair-quote"));
        engine.close();
    }

    @Test
    void aRepairUnderWarrantyGoesBackAndHoldsForThirtyDays() {
        Told told = inTheWorkshop("W1", "repair");
        assertThat(told.heard).contains("repair goOn");
        repaired("W1");
        assertThat(engine.waitingAt("W1")).containsExactly("awaitProof");
        engine.fireTimer("W1", "repairHeld");
        assertThat(engine.ended("W1")).isTrue();
        assertThat(told.heard).endsWith("closeRepair");
    }

    @Test
    void aRepairThatFailsTwiceEndsInAnExchangeOrTheMoney() {
        Told told = inTheWorkshop("W2", "repair", "repair", "instead", "instead", "done");
        for (int time = 0; time < 2; time++) {
            repaired("W2");
            assertThat(engine.correlate("repairs.repairFailedAgain", "W2", Map.of())).isEqualTo(1);
            told.arrivals.add("diagnose");
            play("W2", "logistics.goodsPlayed", Map.of());
            engine.complete("W2", "diagnoseGoods", Map.of());
        }
        assertThat(told.heard).contains("repair exchangeOrRefund");
        engine.complete("W2", "chooseInstead", Map.of("instead", "exchange", "purpose", "exchange"));
        play("W2", "logistics.parcelPlayed", Map.of());
        engine.complete("W2", "chooseInstead", Map.of("instead", "refund"));
        play("W2", "returns.moneyPlayed", Map.of("refundOutcome", "paid"));
        assertThat(engine.ended("W2")).isTrue();
        assertThat(told.heard).containsSubsequence("oweRefund", "closeRepair");
    }

    @Test
    void thirtyDaysEndThePatienceAndABuyerMayWaitOn() {
        Told told = inTheWorkshop("W3", "repair", "instead", "repair");
        engine.fireTimer("W3", "repairTermOver");
        assertThat(told.heard).contains("noteTermOver");
        engine.complete("W3", "chooseInstead", Map.of("instead", "wait"));
        assertThat(engine.task("W3", "repairGoods")).isNotNull();
    }

    @Test
    void aPartThatIsMissingIsWaitedForOrEndsTheRepair() {
        inTheWorkshop("W4", "repair", "repair", "instead");
        engine.complete("W4", "repairGoods", Map.of("repairOutcome", "waitPart", "repairBy", LATER));
        engine.complete("W4", "repairGoods", Map.of("repairOutcome", "noPart"));
        assertThat(engine.task("W4", "chooseInstead")).isNotNull();
    }

    @Test
    void outsideTheWarrantyItIsQuotedPaidAndRepaired() {
        inTheWorkshop("W5", "quote", "repair");
        engine.complete("W5", "quoteRepair", QUOTE);
        play("W5", "repairs.quoteAnswered", Map.of("quoteAnswer", "accepted"));
        engine.complete("W5", "confirmPayment", Map.of("payment", "received"));
        repaired("W5");
        assertThat(engine.waitingAt("W5")).containsExactly("awaitProof");
    }

    @Test
    void aRefusedQuoteSendsTheGoodsBack() {
        Told told = inTheWorkshop("W6", "quote", "sendBack");
        engine.complete("W6", "quoteRepair", QUOTE);
        play("W6", "repairs.quoteAnswered", Map.of("quoteAnswer", "refused"));
        play("W6", "logistics.parcelPlayed", Map.of());
        assertThat(engine.ended("W6")).isTrue();
        assertThat(told.heard).contains("lapseQuote");
        assertThat(engine.path("W6")).doesNotContain("repairGoods", "awaitProof");
    }

    @Test
    void whoStaysSilentIsRemindedAndGetsTheGoodsBack() {
        inTheWorkshop("W7", "quote", "sendBack");
        engine.complete("W7", "quoteRepair", QUOTE);
        engine.fireTimer("W7", "remindQuoteDue");
        assertThat(engine.waitingAt("W7")).contains("awaitQuoteAnswer");
        engine.fireTimer("W7", "quoteOver");
        play("W7", "logistics.parcelPlayed", Map.of());
        assertThat(engine.ended("W7")).isTrue();
    }

    @Test
    void aPaymentThatNeverComesRepairsNothing() {
        inTheWorkshop("W8", "quote", "sendBack");
        engine.complete("W8", "quoteRepair", QUOTE);
        play("W8", "repairs.quoteAnswered", Map.of("quoteAnswer", "accepted"));
        engine.complete("W8", "confirmPayment", Map.of("payment", "missing"));
        assertThat(engine.waitingAt("W8")).contains("parcelPlayed");
    }

    @Test
    void goodsThatAreLostOrNotTheRightOnesAreLookedAtAgain() {
        begin("W9", about -> {
            about.steps.addAll(List.of("review", "instead"));
            about.arrivals.add("conclude");
        });
        engine.complete("W9", "reviewRepair", Map.of("intake", "takenIn"));
        play("W9", "logistics.goodsPlayed", Map.of());
        assertThat(engine.task("W9", "chooseInstead")).isNotNull();
    }

    @Test
    void whatIsSolvedOnThePhoneIsNotSentIn() {
        begin("W10", about -> about.steps.addAll(List.of("review", "done")));
        engine.complete("W10", "reviewRepair", Map.of("intake", "solved"));
        assertThat(engine.ended("W10")).isTrue();
    }

    @Test
    void aBuyerWhoWithdrawsWhileItIsWithUsGetsItBack() {
        Told told = inTheWorkshop("W11", "repair", "sendBack");
        assertThat(engine.correlate("repairs.repairTurned", "W11", Map.of())).isEqualTo(1);
        play("W11", "logistics.parcelPlayed", Map.of());
        assertThat(engine.ended("W11")).isTrue();
        assertThat(told.heard).endsWith("closeRepair");
    }

    @Test
    void aReviewNearItsDeadlineIsEscalatedAndStaysOpen() {
        Told told = begin("W12", about -> about.steps.add("review"));
        engine.fireTimer("W12", "reviewNeared");
        assertThat(told.heard).contains("escalateRepair");
        assertThat(engine.task("W12", "reviewRepair")).isNotNull();
    }
}
