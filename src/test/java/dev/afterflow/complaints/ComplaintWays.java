package dev.afterflow.complaints;

import dev.afterflow.engine.ThrowawayEngine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;

/** The room's models with their real tables on an engine of their own; what the rooms know of each case is told by the test. */
final class ComplaintWays {

    private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));
    private final Map<String, Told> cases = new ConcurrentHashMap<>();
    private final ThrowawayEngine engine;

    ComplaintWays() {
        engine = ThrowawayEngine.with(delegates(), "processes/complaints/*.bpmn", "processes/complaints/*.dmn", "forms/complaints/*.form",
                "processes/remedies/remedy-options.dmn", "played/processes/paid/*.bpmn", "played/processes/played/settle-liability.bpmn",
                "played/processes/played/replacement-shipment.bpmn", "played/processes/played/carrier-claim.bpmn");
    }

    /** What the rooms say about one case; a trace that is pulled again shows the next of its states. */
    static final class Told {
        boolean addressOpen = true;
        final Deque<String> states = new ArrayDeque<>(List.of("LOST"));
        String code = "MOVING";
        String said = "NOT_RECEIVED";
        String proof = "";
        boolean wrongAddress;
        long daysLate = 9;
        long stalledHours = 9;
        String agreement = "offer";
        final Deque<String> chosen = new ArrayDeque<>(List.of("refund"));
        final Deque<String> silences = new ArrayDeque<>();
        boolean claimed = true;

        Told trace(String... seen) {
            states.clear();
            states.addAll(List.of(seen));
            return this;
        }
    }

    ThrowawayEngine engine() {
        return engine;
    }

    Told begin(String caseNumber, Consumer<Told> told) {
        Told about = new Told();
        told.accept(about);
        cases.put(caseNumber, about);
        engine.start("logistics-complaint", caseNumber, Map.of());
        return about;
    }

    /** What a played process answers at its end. */
    void hear(String caseNumber, String message, Map<String, Object> answers) {
        int heard = engine.engine().getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(caseNumber)
                .setVariables(answers).correlateAllWithResult().size();
        if (heard != 1) {
            throw new AssertionError(heard + " waiters heard " + message);
        }
    }

    private Map<String, JavaDelegate> delegates() {
        Map<String, JavaDelegate> rooms = new HashMap<>();
        rooms.put("holdBuyer", execution -> {
            execution.setVariable("addressOpen", told(execution).addressOpen);
            execution.setVariable("checkBy", LATER);
        });
        rooms.put("pullTrace", this::pull);
        rooms.put("noteProblem", this::note);
        rooms.put("startCarrierSide", this::start);
        rooms.put("askForProof", execution -> execution.setVariable("proofBy", LATER));
        rooms.put("tellProof", execution -> execution.setVariable("objectionUntil", LATER));
        rooms.put("tellSigned", execution -> execution.setVariable("objectionUntil", LATER));
        rooms.put("liabilityPlayed", execution -> { });
        rooms.put("layOutOptions", execution -> lay(execution, Map.of("jurisdiction", "CN", "stage", "SHIPPED", "reasonType", "NOT_RECEIVED",
                "eligibility", "", "liableParty", "CARRIER", "inStock", true, "currency", "CNY", "valueMinor", 9_900L, "tier", "NEW")));
        rooms.put("keepOptions", this::keep);
        rooms.put("offerChoice", execution -> execution.setVariable("buyerUntil", LATER));
        rooms.put("takeChoice", execution -> execution.setVariable("agreedRemedy", told(execution).chosen.remove()));
        rooms.put("weighNoAnswer", execution -> {
            execution.setVariable("silence", told(execution).silences.remove());
            execution.setVariable("buyerUntil", LATER);
        });
        for (String quiet : List.of("noteNoProof", "remindChoice", "turnToRefund", "noteRemedied", "closeComplaint")) {
            rooms.put(quiet, execution -> { });
        }
        return rooms;
    }

    private void pull(DelegateExecution execution) {
        Told told = told(execution);
        String state = told.states.size() > 1 ? told.states.remove() : told.states.peek();
        lay(execution, Map.of("traceState", state, "traceCode", told.code, "said", told.said, "carrierSays", "", "settled", false,
                "sameCity", false, "stalledHours", told.stalledHours));
    }

    private void note(DelegateExecution execution) {
        Told told = told(execution);
        execution.setVariable("problem", execution.getVariable("complaintType"));
        lay(execution, Map.of("wrongAddress", told.wrongAddress, "proof", told.proof, "daysLate", told.daysLate, "tier", "NEW", "again", false));
    }

    private void start(DelegateExecution execution) {
        execution.setVariable("way", execution.getVariable("remedyWay"));
        execution.setVariable("liabilityWord", "NOT_DELIVERED");
        execution.setVariable("waitUntil", LATER);
        execution.setVariable("claimed", told(execution).claimed);
        execution.setVariable("effectNo", execution.getProcessBusinessKey() + "-C1");
    }

    private void keep(DelegateExecution execution) {
        Told told = told(execution);
        execution.setVariable("agreement", told.agreement);
        execution.setVariable("purpose", "reship");
        execution.setVariable("decideBy", LATER);
        if (told.agreement.equals("agreed")) {
            execution.setVariable("agreedRemedy", told.chosen.remove());
        }
    }

    private static void lay(DelegateExecution execution, Map<String, Object> facts) {
        facts.forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true)));
    }

    private Told told(DelegateExecution execution) {
        return cases.get(execution.getProcessBusinessKey());
    }
}
