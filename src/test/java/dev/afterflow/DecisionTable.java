package dev.afterflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;

/** One decision table of the rule book, asked without a process engine; remembers which rows answered. */
public final class DecisionTable {

    private final List<String> hits = new ArrayList<>();
    private final Set<String> answered = new LinkedHashSet<>();
    private final String prefix;
    private final DmnEngine engine;
    private final DmnDecision decision;

    private DecisionTable(String room, String key) {
        this.prefix = camel(key) + "_";
        this.engine = engine(event -> event.getMatchingRules().forEach(rule -> hits.add(rule.getId())));
        try (InputStream model = DecisionTable.class.getResourceAsStream("/processes/%s/%s.dmn".formatted(room, key))) {
            this.decision = engine.parseDecision(key, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DecisionTable of(String room, String key) {
        return new DecisionTable(room, key);
    }

    /** The row that answers these facts (its id without the table's name) and what it says. */
    public Answer ask(Map<String, Object> facts) {
        hits.clear();
        DmnDecisionRuleResult result = engine.evaluateDecisionTable(decision, facts).getSingleResult();
        String row = hits.get(0).substring(prefix.length());
        answered.add(row);
        return new Answer(row, result.getEntryMap());
    }

    /** All rows that answer these facts, in the table's order; none if no row does. */
    public List<Answer> askAll(Map<String, Object> facts) {
        hits.clear();
        List<Map<String, Object>> results = engine.evaluateDecisionTable(decision, facts).getResultList();
        List<Answer> answers = new ArrayList<>();
        for (int at = 0; at < results.size(); at++) {
            answers.add(new Answer(hits.get(at).substring(prefix.length()), results.get(at)));
        }
        answers.forEach(answer -> answered.add(answer.row()));
        return answers;
    }

    /** Fails with the rows that no question of the test reached. */
    public void everyRowHasAnswered() {
        List<String> rows = ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules().stream()
                .map(DmnDecisionTableRuleImpl::getId).map(id -> id.substring(prefix.length())).toList();
        assertThat(answered).containsExactlyInAnyOrderElementsOf(rows);
    }

    /** A row and its outputs. */
    public record Answer(String row, Map<String, Object> outputs) {

        public Object get(String output) {
            return outputs.get(output);
        }
    }

    private static DmnEngine engine(DmnDecisionTableEvaluationListener listener) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(listener);
        return configuration.buildEngine();
    }

    private static String camel(String key) {
        StringBuilder text = new StringBuilder();
        for (String word : key.split("-")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }
}
