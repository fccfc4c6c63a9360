package dev.afterflow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;

/** Says a decision with all that is needed to make it again: which table, what it was told, what it answered and why. */
class DecisionItems {

    private final ContentHashes hashes;

    DecisionItems(ContentHashes hashes) {
        this.hashes = hashes;
    }

    Map<String, Object> of(HistoricDecisionEvaluationEvent event) {
        HistoricDecisionInstanceEntity decision = event.getRootHistoricDecisionInstance();
        Map<String, Object> in = new LinkedHashMap<>();
        for (HistoricDecisionInputInstance input : decision.getInputs()) {
            in.put(input.getClauseId(), FlowItems.plain(input.getValue()));
        }
        Map<Integer, String> rows = new TreeMap<>();
        Map<String, Object> out = new LinkedHashMap<>();
        for (HistoricDecisionOutputInstance output : decision.getOutputs()) {
            rows.put(output.getRuleOrder() == null ? 0 : output.getRuleOrder(), output.getRuleId());
            out.putIfAbsent(output.getVariableName() == null ? output.getClauseId() : output.getVariableName(), FlowItems.plain(output.getValue()));
        }
        return FlowItems.item("decision", decision.getDecisionDefinitionKey(),
                "hash", hashes.of(decision.getDecisionDefinitionId()), "at", decision.getActivityId(),
                "in", in, "out", out, "rows", rows.values());
    }
}
