package dev.afterflow.returns;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The room's models on an engine of their own, with stand-ins for the rooms that each case tells what to say. What other rooms'
 * models do is played: liability is settled at once, goods come and go when the test says so.
 */
final class Corridor {

    static final List<String> FILES = List.of("processes/returns/*.bpmn", "processes/returns/*.dmn", "processes/payments/*.bpmn",
            "processes/remedies/remedy-options.dmn", "played/processes/played/*.bpmn", "forms/returns/*.form", "forms/payments/*.form");

    private final Map<String, Told> cases = new ConcurrentHashMap<>();
    private final ThrowawayEngine engine;

    Corridor() {
        engine = ThrowawayEngine.with(delegates(), FILES.toArray(String[]::new));
    }

    /** What the rooms say about one case; changed by the test on its way. */
    static final class Told {
        final List<String> heard = new ArrayList<>();
        String stage = "SHIPPED";
        String reasonCode = "未收到货";
        long amount = 12_950;
        long parts = 1;
        boolean withinOwnLimit;
        String granted;
        final List<String> steps = new ArrayList<>();
        final List<String> silences = new ArrayList<>();
        final List<Boolean> settled = new ArrayList<>(List.of(true));
        final List<Integer> tooMuch = new ArrayList<>();
    }

    ThrowawayEngine engine() {
        return engine;
    }

    Told begin(String caseNumber, Consumer<Told> told) {
        Told about = new Told();
        told.accept(about);
        cases.put(caseNumber, about);
        engine.start("return-exchange", caseNumber, Map.of("goodsBack", false));
        return about;
    }

    void settle(String caseNumber, int part, boolean paid) {
        int heard = engine.engine().getRuntimeService().createMessageCorrelation("payments.refundSettled")
                .processInstanceBusinessKey(caseNumber).processInstanceVariableEquals("effectNo", effect(caseNumber, part))
                .setVariable("refundPaid", paid).correlateAllWithResult().size();
        if (heard != 1) {
            throw new AssertionError(heard + " waiters heard of part " + part);
        }
        cases.get(caseNumber).heard.add("settled " + part + " " + paid);
    }

    private static String effect(String caseNumber, long part) {
        return "R" + caseNumber + part;
    }

    private Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        rooms.put("gatherFacts", execution -> facts(told(execution)).forEach((name, fact) ->
                execution.setVariable(name, Variables.untypedValue(fact, true))));
        rooms.put("noteEligibility", execution -> told(execution).heard.add("eligibility "
                + execution.getVariable("eligibility")));
        rooms.put("fixAmount", this::fixAmount);
        rooms.put("weighApproval", execution -> approval(told(execution)).forEach((name, fact) ->
                execution.setVariable(name, Variables.untypedValue(fact, true))));
        rooms.put("noteApproval", execution -> execution.setVariable("team", told(execution).withinOwnLimit ? "none"
                : execution.getVariable("approvalTeam")));
        rooms.put("decideRefund", execution -> execution.setVariable("refundCount", told(execution).parts));
        rooms.put("issueRefund", this::issue);
        rooms.put("concludePayout", execution ->
                execution.setVariable("refundOutcome", told(execution).settled.remove(0) ? "paid" : "unpaid"));
        rooms.put("liabilityPlayed", execution -> execution.setVariable("returnPayer", "seller"));
        rooms.put("weighRemedies", execution -> weighed(told(execution)).forEach((name, fact) ->
                execution.setVariable(name, Variables.untypedValue(fact, true))));
        rooms.put("rankRemedies", this::rank);
        rooms.put("noteChoice", execution -> execution.setVariable("agreedRemedy", "exchange"));
        rooms.put("weighSilence", this::silence);
        rooms.put("concludeGoods", this::conclude);
        for (String quiet : List.of("acknowledgeRequest", "escalateReview", "escalateRefund", "tellAnswer", "tellOffer", "remindOfOffer",
                "tellRefunded", "closeCase")) {
            rooms.put(quiet, execution -> told(execution).heard.add(quiet));
        }
        return rooms;
    }

    private void fixAmount(DelegateExecution execution) {
        Told told = told(execution);
        told.heard.add("rule " + execution.getVariable("goods") + " " + execution.getVariable("outbound"));
        execution.setVariable("agreedNow", told.stage.equals("UNSHIPPED") && told.amount > 0);
        execution.setVariable("answerBy", Date.from(Instant.parse("2026-11-26T02:00:00Z")));
        execution.setVariable("escalateAt", Date.from(Instant.parse("2026-11-25T02:00:00Z")));
    }

    private void rank(DelegateExecution execution) {
        String granted = told(execution).granted;
        execution.setVariable("proposal", granted == null ? "choose" : "asAsked");
        if (granted != null) {
            execution.setVariable("agreedRemedy", granted);
        }
    }

    private void silence(DelegateExecution execution) {
        String silence = told(execution).silences.remove(0);
        execution.setVariable("silence", silence);
        if (silence.equals("close")) {
            execution.setVariable("agreedRemedy", "silent");
        }
    }

    private void conclude(DelegateExecution execution) {
        execution.setVariable("nextStep", told(execution).steps.remove(0));
        execution.setVariable("purpose", "exchange");
        execution.setVariable("answerBy", Date.from(Instant.parse("2026-12-03T02:00:00Z")));
        execution.setVariable("escalateAt", Date.from(Instant.parse("2026-12-02T02:00:00Z")));
    }

    /** Parcels of the case came back, or left. */
    void parcel(String caseNumber, String message) {
        int heard = engine.correlate("logistics." + message, caseNumber, Map.of());
        if (heard != 1) {
            throw new AssertionError(heard + " waiters heard " + message);
        }
    }

    private static Map<String, Object> weighed(Told told) {
        return Map.of("jurisdiction", "CN", "stage", told.stage, "reasonType", "NOT_RECEIVED", "eligibility", "eligible",
                "liableParty", "CARRIER", "inStock", true, "currency", "CNY", "valueMinor", told.amount, "tier", "NEW");
    }

    private void issue(DelegateExecution execution) {
        long part = ((Number) execution.getVariable("part")).longValue();
        execution.setVariable("effectNo", effect(execution.getProcessBusinessKey(), part));
        if (told(execution).tooMuch.contains((int) part)) {
            throw new BpmnError("payments.overRefund");
        }
    }

    private static Map<String, Object> facts(Told told) {
        Map<String, Object> facts = new HashMap<>(Map.of("jurisdiction", "CN", "stage", told.stage, "remedy", "REFUND_ONLY",
                "reasonCode", told.reasonCode, "goodsClass", "STANDARD", "opened", false, "exclusionConfirmed", false,
                "promiseDays", 0L, "freeShipping", true, "freeShippingLost", false));
        facts.put("termHours", null);
        return facts;
    }

    private static Map<String, Object> approval(Told told) {
        Map<String, Object> facts = new HashMap<>(Map.of("kind", told.stage.equals("UNSHIPPED") ? "CANCEL" : "WITHOUT_RETURN",
                "reasonType", "NOT_RECEIVED", "amountMinor", told.amount, "paidMinor", 900_000L, "agentLimit", 10_000L,
                "leadLimit", 30_000L, "supervisorLimit", 50_000L, "managerLimit", 200_000L));
        facts.put("days", null);
        facts.putAll(Map.of("claimsMore", false, "decision", "AGREE", "stage", told.stage, "goodsOutcome", "", "suspectReturns", 0L, "urgentHours", 12L));
        facts.put("hoursLeft", null);
        return facts;
    }

    private Told told(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey());
    }
}
