package dev.afterflow.remedies;

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
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way through the picture of settling liability, with the real tables and stand-ins for the room. */
class SettleLiabilityProcessTest {

    /** Each the answer to a question on the picture. */
    private static final Set<String> ANSWERS = Set.of("reasonType", "evidenceNeeded", "evidenceUntil", "settleBy", "party", "liabilityTeam",
            "returnPayer");
    private static final Map<String, Told> CASES = new ConcurrentHashMap<>();

    private static ThrowawayEngine engine;

    /** What the rooms say about one case. */
    private static final class Told {
        String reasonType = "QUALITY";
        String proofs = "SHOWN";
        boolean evidenceNeeded;
        boolean supplierBears;
        boolean insured;
        final List<String> heard = new ArrayList<>();
    }

    @BeforeAll
    static void open() {
        Map<String, JavaDelegate> room = Map.of("weighLiability", SettleLiabilityProcessTest::weigh,
                "askEvidence", execution -> told(execution).heard.add("asked"), "noteLiability", SettleLiabilityProcessTest::note,
                "weighFreight", SettleLiabilityProcessTest::weighFreight, "noteFreight", SettleLiabilityProcessTest::noteFreight);
        engine = ThrowawayEngine.with(room, "processes/remedies/settle-liability.bpmn", "processes/remedies/*.dmn", "forms/remedies/*.form");
    }

    @AfterAll
    static void everyStepAndEveryArrowWasWalkedAndNothingElseRemembered() {
        engine.assertEverythingWalked("settle-liability");
        assertThat(ANSWERS).containsAll(engine.variableNames("settle-liability"));
        engine.close();
    }

    @Test
    void aReturnWithoutReasonIsAskedForNothingAndSettledAtOnce() {
        Told told = begin("L-1", "NO_REASON", "");

        assertThat(engine.ended("L-1")).isTrue();
        assertThat(engine.path("L-1")).doesNotContain("askEvidence", "settleLiability");
        assertThat(told.heard).containsExactly("found BUYER", "freight seller buyer []");
    }

    @Test
    void aShownDefectOfASuppliersGoodsIsTheSuppliersAndNoFreightTheBuyers() {
        Told told = begin("L-2", "QUALITY", "SHOWN");

        assertThat(engine.ended("L-2")).isTrue();
        assertThat(told.heard).containsExactly("found SUPPLIER", "freight seller seller []");
    }

    @Test
    void evidenceThatComesIsWeighedAnew() {
        Told told = awaiting("L-3");
        told.proofs = "SHOWN";
        told.evidenceNeeded = false;

        assertThat(engine.correlate("remedies.evidenceAdded", "L-3", Map.of())).isEqualTo(1);
        assertThat(engine.ended("L-3")).isTrue();
        assertThat(told.heard).containsExactly("asked", "found SUPPLIER", "freight seller seller []");
    }

    @Test
    void whoeverShowsNothingIsNotRefusedAPersonLooks() {
        Told told = awaiting("L-4");
        told.evidenceNeeded = false;
        engine.fireTimer("L-4", "evidenceOverdue");

        assertThat(engine.task("L-4", "settleLiability")).isNotNull();
        assertThat(engine.engine().getTaskService().getIdentityLinksForTask(engine.task("L-4", "settleLiability").getId()))
                .extracting("groupId").containsExactly("returns-desk");
        engine.complete("L-4", "settleLiability", Map.of("party", "SELLER"));
        assertThat(engine.ended("L-4")).isTrue();
        assertThat(told.heard).containsExactly("asked", "found UNCLEAR", "freight seller seller []");
    }

    @Test
    void aClaimOfCounterfeitIsForTheLegalTeam() {
        begin("L-5", "COUNTERFEIT", "SHOWN");

        assertThat(engine.engine().getTaskService().getIdentityLinksForTask(engine.task("L-5", "settleLiability").getId()))
                .extracting("groupId").containsExactly("legal");
    }

    @Test
    void allAdjustmentsOfTheFreightAreHeard() {
        CASES.put("L-6", new Told());
        CASES.get("L-6").insured = true;
        Told told = begin("L-6", "NO_REASON", "");

        assertThat(told.heard).endsWith("freight seller buyer [insurer firstWeight, liable rest]");
        assertThat(engine.engine().getHistoryService().createHistoricVariableInstanceQuery().variableName("returnPayer")
                .processInstanceId(instance("L-6")).singleResult().getValue()).isEqualTo("insurer");
    }

    private static String instance(String caseNumber) {
        return engine.engine().getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).singleResult().getId();
    }

    private static Told awaiting(String caseNumber) {
        Told told = CASES.computeIfAbsent(caseNumber, number -> new Told());
        told.evidenceNeeded = true;
        begin(caseNumber, "QUALITY", "");
        assertThat(engine.waitingAt(caseNumber)).containsExactly("awaitEvidence");
        return told;
    }

    private static Told begin(String caseNumber, String reasonType, String proofs) {
        Told told = CASES.computeIfAbsent(caseNumber, number -> new Told());
        told.reasonType = reasonType;
        told.proofs = proofs;
        told.supplierBears = true;
        engine.start("settle-liability", caseNumber, Map.of("reasonType", reasonType));
        return told;
    }

    private static void weigh(DelegateExecution execution) {
        Told told = told(execution);
        Map<String, Object> facts = new HashMap<>(Map.of("jurisdiction", "CN", "proofs", told.proofs, "inTerm", true, "durable", false,
                "days", 2L, "supplierBears", told.supplierBears));
        facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
        execution.setVariable("evidenceNeeded", told.evidenceNeeded);
        execution.setVariable("evidenceUntil", Date.from(Instant.parse("2026-11-26T02:00:00Z")));
        execution.setVariable("settleBy", Date.from(Instant.parse("2026-11-26T02:00:00Z")));
    }

    private static void note(DelegateExecution execution) {
        String party = (String) execution.getVariable("liableParty");
        told(execution).heard.add("found " + party);
        execution.setVariable("party", party);
        execution.setVariable("liabilityTeam", told(execution).reasonType.equals("COUNTERFEIT") ? "legal"
                : party.equals("UNCLEAR") ? "returns-desk" : "none");
    }

    private static void weighFreight(DelegateExecution execution) {
        Map<String, Object> facts = Map.of("jurisdiction", "CN", "remedy", "RETURN_REFUND", "liableParty", execution.getVariable("party"),
                "freeShipping", true, "freeShippingLost", false, "returnCostTold", false, "dispatchedCollect", false,
                "insured", told(execution).insured, "fullFreightPromised", false);
        facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
        execution.setVariable("addressDiffers", Variables.untypedValue(false, true));
    }

    private static void noteFreight(DelegateExecution execution) {
        List<Map<String, Object>> rows = ((DmnDecisionResult) execution.getVariable("decisionRows")).getResultList();
        String outbound = (String) execution.getVariable("outboundPayer");
        String back = (String) execution.getVariable("freightPayer");
        told(execution).heard.add("freight " + outbound + " " + back + " "
                + rows.stream().map(row -> row.get("payer") + " " + row.get("share")).toList());
        Liability.Freight borne = FreightRule.adjusted(FreightRule.of(outbound, back, (String) execution.getVariable("replacementPayer")), rows);
        execution.setVariable("returnPayer", borne.wayBack().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Told told(DelegateExecution execution) {
        return CASES.get(execution.getProcessBusinessKey());
    }
}
