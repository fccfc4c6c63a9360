package dev.afterflow.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way goods can take back, in the model alone; the rooms say what each case tells them to say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodsReturnProcessTest {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private final Map<String, Map<String, Object>> findings = new ConcurrentHashMap<>();
    private final Set<String> moving = ConcurrentHashMap.newKeySet();
    private ThrowawayEngine engine;

    @BeforeAll
    void open() {
        engine = ThrowawayEngine.with(rooms(), "processes/logistics/*.bpmn", "processes/logistics/*.dmn", "forms/logistics/*.form");
    }

    private Map<String, JavaDelegate> rooms() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        for (String quiet : List.of("tellHowToReturn", "tellReceived", "escalateReceipt", "reserveStock", "noteShipment", "tellShipped", "noteOutOfStock")) {
            rooms.put(quiet, execution -> { });
        }
        rooms.put("openReturn", execution -> {
            execution.setVariable("remindAt", LATER);
            execution.setVariable("shipBackBy", LATER);
        });
        rooms.put("remindBuyer", execution -> execution.setVariable("remindAt", LATER));
        rooms.put("noteNothingSent", execution -> execution.setVariable("goodsOutcome", "nothingSent"));
        rooms.put("noteLost", execution -> execution.setVariable("goodsOutcome", "lost"));
        rooms.put("lookForParcel", execution -> {
            execution.setVariable("parcelMoving", moving.remove(execution.getProcessBusinessKey()));
            execution.setVariable("arrivalBy", LATER);
            execution.setVariable("traceBy", LATER);
        });
        rooms.put("layFindings", execution -> findings.get(execution.getProcessBusinessKey())
                .forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true))));
        rooms.put("noteInspection", execution -> execution.setVariable("goodsOutcome", execution.getVariable("verdict")));
        return rooms;
    }

    @AfterAll
    void everythingWasWalked() {
        engine.assertEverythingWalked("goods-return");
        assertThat(engine.variableNames("goods-return")).containsExactlyInAnyOrder("freightPayer", "reasonType", "remindAt", "shipBackBy",
                "arrivalBy", "receiveBy", "escalateAt", "traceBy", "parcelMoving", "trace", "counted", "goodsOutcome");
        engine.close();
    }

    private void begin(String caseNumber, String contents, String found) {
        findings.put(caseNumber, Map.of("jurisdiction", "CN", "platform", "taobao", "goodsGroup", "WORN", "contents", contents, "findings", found));
        engine.start("goods-return", caseNumber, Map.of("freightPayer", "buyer", "reasonType", "NO_REASON"));
    }

    private void tell(String caseNumber, String message, Map<String, Object> answers) {
        assertThat(engine.engine().getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(caseNumber)
                .setVariables(answers).correlateAllWithResult()).hasSize(1);
    }

    private void sent(String caseNumber) {
        tell(caseNumber, "logistics.returnShipped", Map.of("arrivalBy", LATER));
    }

    private void arrived(String caseNumber) {
        tell(caseNumber, "logistics.parcelReceived", Map.of("receiveBy", LATER, "escalateAt", LATER));
    }

    private Object outcome(String caseNumber) {
        assertThat(engine.ended(caseNumber)).isTrue();
        return engine.engine().getHistoryService().createHistoricVariableInstanceQuery().variableName("goodsOutcome")
                .processInstanceId(engine.engine().getHistoryService().createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber).singleResult().getId()).singleResult().getValue();
    }

    @Test
    void goodsThatComeBackIntactAreCountedInspectedAndJudged() {
        begin("G1", "RIGHT", "OPENED");
        sent("G1");
        arrived("G1");
        engine.complete("G1", "receiveParcel", Map.of("counted", "something"));
        engine.complete("G1", "inspectGoods", Map.of());
        assertThat(outcome("G1")).isEqualTo("intact");
    }

    @Test
    void aCutTagIsNotIntact() {
        begin("G2", "RIGHT", "OPENED,TAG_CUT");
        sent("G2");
        arrived("G2");
        engine.complete("G2", "receiveParcel", Map.of("counted", "something"));
        engine.complete("G2", "inspectGoods", Map.of());
        assertThat(outcome("G2")).isEqualTo("notIntact");
    }

    @Test
    void anEmptyParcelIsJudgedWithoutInspection() {
        begin("G3", "EMPTY", "");
        sent("G3");
        arrived("G3");
        engine.complete("G3", "receiveParcel", Map.of("counted", "nothing"));
        assertThat(outcome("G3")).isEqualTo("empty");
    }

    @Test
    void aBuyerIsRemindedAndTheReturnEndsWhenNothingIsSent() {
        begin("G4", "RIGHT", "");
        engine.fireTimer("G4", "remindDue");
        engine.fireTimer("G4", "remindDue");
        assertThat(engine.waitingAt("G4")).containsExactly("awaitParcel");
        engine.fireTimer("G4", "shipBackOver");
        assertThat(outcome("G4")).isEqualTo("nothingSent");
    }

    @Test
    void aParcelThatIsOverdueButMovesIsWaitedForAndOneThatStandsStillIsTraced() {
        begin("G5", "RIGHT", "");
        sent("G5");
        moving.add("G5");
        engine.fireTimer("G5", "arrivalOverdue");
        assertThat(engine.waitingAt("G5")).containsExactly("awaitArrival");
        engine.fireTimer("G5", "arrivalOverdue");
        engine.complete("G5", "traceReturn", Map.of("trace", "waitOn", "arrivalBy", LATER));
        assertThat(engine.waitingAt("G5")).containsExactly("awaitArrival");
        engine.fireTimer("G5", "arrivalOverdue");
        engine.complete("G5", "traceReturn", Map.of("trace", "lost"));
        assertThat(outcome("G5")).isEqualTo("lost");
    }

    @Test
    void aParcelThatComesWhileItIsTracedIsCounted() {
        begin("G6", "RIGHT", "");
        sent("G6");
        tell("G6", "logistics.returnLost", Map.of("traceBy", LATER));
        assertThat(engine.waitingAt("G6")).containsExactly("traceReturn");
        arrived("G6");
        assertThat(engine.waitingAt("G6")).containsExactly("receiveParcel");
    }

    @Test
    void aParcelFoundInTheWarehouseIsCounted() {
        begin("G7", "PART", "");
        sent("G7");
        tell("G7", "logistics.returnLost", Map.of("traceBy", LATER));
        engine.complete("G7", "traceReturn", Map.of("trace", "arrived", "receiveBy", LATER, "escalateAt", LATER));
        assertThat(engine.waitingAt("G7")).containsExactly("receiveParcel");
    }

    @Test
    void whoHoldsGoodsUpIsEscalatedOnceAndTheWorkStays() {
        begin("G8", "RIGHT", "");
        sent("G8");
        arrived("G8");
        engine.fireTimer("G8", "receiptNeared");
        assertThat(engine.waitingAt("G8")).containsExactly("receiveParcel");
        engine.complete("G8", "receiveParcel", Map.of("counted", "something"));
        engine.fireTimer("G8", "inspectionNeared");
        assertThat(engine.waitingAt("G8")).containsExactly("inspectGoods");
    }
}
