package dev.afterflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/** Hears which rows of which tables hit while this thread asks for a decision, and knows whether it only looks. */
class RuleHits implements DmnDecisionTableEvaluationListener {

    /** One table asked: the deployed table's id and the rows that hit, in the table's order. */
    record Hit(String decisionKey, String definitionId, List<String> ruleIds) {
    }

    private final ThreadLocal<List<Hit>> heard = new ThreadLocal<>();
    private final ThreadLocal<Boolean> looking = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        List<Hit> hits = heard.get();
        if (hits != null && event.getDecision() instanceof DecisionDefinition definition) {
            hits.add(new Hit(definition.getKey(), definition.getId(),
                    event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList()));
        }
    }

    boolean isLooking() {
        return looking.get() != null;
    }

    /** While this runs the thread only looks. */
    <T> T quietly(Supplier<T> look) {
        if (isLooking()) {
            return look.get();
        }
        looking.set(true);
        try {
            return look.get();
        } finally {
            looking.remove();
        }
    }

    /** Runs the question and adds what was heard to the list. */
    <T> T during(List<Hit> hits, Supplier<T> question) {
        List<Hit> outer = heard.get();
        heard.set(new ArrayList<>());
        try {
            T answer = question.get();
            hits.addAll(heard.get());
            return answer;
        } finally {
            if (outer == null) {
                heard.remove();
            } else {
                heard.set(outer);
            }
        }
    }
}
