package dev.afterflow.benchmark;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/** What the rooms would say to the models on the way of a reviewed refund; every other door is empty. */
final class Doors {

    /** The way's only task: an agent reads the request and agrees. */
    static final String TASK = "reviewRequest";
    static final Map<String, Object> ANSWER = Map.of("decision", "agree", "agreedRemedy", "refund");
    /** The step after which the token is parked until the provider's answer is delivered. */
    static final String PARKED = "issueRefund";
    static final String NOTICE = "payments.refundSettled";
    static final String LAST = "closeCase";
    private static final Date FAR = Date.from(Instant.parse("2099-01-01T00:00:00Z"));

    private Doors() {
    }

    static Map<String, Consumer<DelegateExecution>> spoken() {
        Map<String, Consumer<DelegateExecution>> doors = new HashMap<>();
        doors.put("gatherFacts", Doors::facts);
        doors.put("fixAmount", step -> {
            step.setVariable("agreedNow", false);
            step.setVariable("answerBy", FAR);
            step.setVariable("escalateAt", FAR);
        });
        liability(doors);
        doors.put("weighRemedies", step -> passing(step, Map.of("jurisdiction", "CN", "stage", "SHIPPED", "eligibility", "eligible",
                "liableParty", "CARRIER", "inStock", true, "currency", "CNY", "valueMinor", 9_900L, "tier", "NEW")));
        doors.put("rankRemedies", step -> step.setVariable("proposal", "choose"));
        doors.put("weighApproval", Doors::approval);
        doors.put("noteApproval", step -> step.setVariable("team", "none"));
        doors.put("decideRefund", step -> step.setVariable("refundCount", 1L));
        doors.put(PARKED, step -> step.setVariable("effectNo", "R" + step.getProcessBusinessKey()));
        doors.put("concludePayout", step -> step.setVariable("refundOutcome", "paid"));
        return doors;
    }

    private static void liability(Map<String, Consumer<DelegateExecution>> doors) {
        doors.put("weighLiability", step -> {
            passing(step, Map.of("jurisdiction", "CN", "proofs", "", "inTerm", true, "durable", false, "days", 2L, "supplierBears", false));
            step.setVariable("evidenceNeeded", false);
            step.setVariable("evidenceUntil", FAR);
            step.setVariable("settleBy", FAR);
        });
        doors.put("noteLiability", step -> {
            step.setVariable("party", "CARRIER");
            step.setVariable("liabilityTeam", "none");
        });
        doors.put("weighFreight", step -> {
            passing(step, Map.of("jurisdiction", "CN", "remedy", "REFUND_ONLY", "liableParty", "CARRIER", "freeShipping", true,
                    "freeShippingLost", false, "returnCostTold", false, "dispatchedCollect", false, "insured", false,
                    "fullFreightPromised", false));
            passing(step, Map.of("addressDiffers", false));
        });
        doors.put("noteFreight", step -> step.setVariable("returnPayer", "seller"));
    }

    private static void facts(DelegateExecution step) {
        passing(step, Map.of("jurisdiction", "CN", "stage", "SHIPPED", "remedy", "REFUND_ONLY", "reasonCode", "未收到货",
                "goodsClass", "STANDARD", "opened", false, "exclusionConfirmed", false, "promiseDays", 0L, "freeShipping", true,
                "freeShippingLost", false));
        step.setVariable("termHours", Variables.untypedNullValue(true));
    }

    private static void approval(DelegateExecution step) {
        passing(step, Map.of("kind", "WITHOUT_RETURN", "reasonType", "NOT_RECEIVED", "amountMinor", 9_900L, "paidMinor", 9_900L,
                "agentLimit", 10_000L, "leadLimit", 30_000L, "supervisorLimit", 50_000L, "managerLimit", 200_000L));
        passing(step, Map.of("claimsMore", false, "decision", "AGREE", "stage", "SHIPPED", "goodsOutcome", "", "suspectReturns", 0L,
                "urgentHours", 12L));
        step.setVariable("days", Variables.untypedNullValue(true));
        step.setVariable("hoursLeft", Variables.untypedNullValue(true));
    }

    private static void passing(DelegateExecution step, Map<String, Object> facts) {
        facts.forEach((name, fact) -> step.setVariable(name, Variables.untypedValue(fact, true)));
    }
}
