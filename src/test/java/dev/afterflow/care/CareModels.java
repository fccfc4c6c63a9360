package dev.afterflow.care;

import dev.afterflow.engine.ModelFile;
import dev.afterflow.engine.ThrowawayEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;

/** This room's models for path tests: the process in question and all it calls, where nothing is owed; the settlement of refunds is played. */
final class CareModels {

    private CareModels() {
    }

    static List<ModelFile> with(String... processes) {
        List<String> patterns = new ArrayList<>(List.of("processes/care/order-refund.bpmn", "processes/care/order-compensation.bpmn",
                "processes/care/*.dmn", "played/processes/paid/*.bpmn", "forms/care/*.form"));
        for (String process : processes) {
            patterns.add("processes/care/" + process + ".bpmn");
        }
        return ThrowawayEngine.files(patterns.toArray(String[]::new));
    }

    /** Stand-ins that note what they did; those that answer something are replaced by the test. */
    static Map<String, JavaDelegate> delegates(List<String> done) {
        Map<String, JavaDelegate> all = new HashMap<>();
        for (String step : List.of("tellLate", "openShortage", "closeLate", "remindOfWays", "fixRefund", "releaseOrder", "closeException",
                "bookDeduction", "concludeCompensation", "openException", "offerWays", "applyDefault", "applyChange", "cancelOrder", "refuseChange",
                "tellChanged", "closeChange", "tellUnreached", "releaseCod", "cancelCod", "noteRefusal", "closeCod")) {
            all.put(step, execution -> done.add(step + " " + execution.getProcessBusinessKey()));
        }
        all.put("oweOrder", execution -> execution.setVariable("refundDue", false));
        all.put("noteOrderRefund", execution -> done.add("noteOrderRefund " + execution.getVariable("refundOutcome")));
        all.put("weighLateness", execution -> Map.of("ruleSet", "TAOBAO", "event", "NONE", "excuse", "NONE", "jurisdiction", "CN")
                .forEach((name, fact) -> execution.setVariable(name, Variables.untypedValue(fact, true))));
        all.put("noteLateness", execution -> execution.setVariable("owed", "none"));
        return all;
    }
}
