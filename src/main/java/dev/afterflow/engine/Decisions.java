package dev.afterflow.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;

/** Asks a decision table of the release in force; the rows that hit are kept with the flow's history. */
public class Decisions {

    private final DecisionService decisions;
    private final RuleHits hits;
    private final RuleTexts texts;

    Decisions(DecisionService decisions, RuleHits hits, RuleTexts texts) {
        this.decisions = decisions;
        this.hits = hits;
        this.texts = texts;
    }

    /**
     * Asks the newest release of a table.
     *
     * @param facts input names to values: text, whole numbers, booleans, dates, or lists of them; an input that has no
     *     fact is asked as empty
     * @return the first row that hit and its outputs, or an empty answer if none did
     * @throws IllegalArgumentException if a fact is of another type
     * @throws org.camunda.bpm.engine.ProcessEngineException if the table is unknown or the facts break its hit policy
     */
    public Decided decide(String decisionKey, Map<String, Object> facts) {
        facts.forEach(Decisions::refuseObjects);
        List<RuleHits.Hit> heard = new ArrayList<>();
        DmnDecisionResult result = hits.during(heard,
                () -> decisions.evaluateDecisionByKey(decisionKey).variables(new LinkedHashMap<>(facts)).evaluate());
        return heard.stream().filter(hit -> hit.decisionKey().equals(decisionKey) && !hit.ruleIds().isEmpty()).findFirst()
                .map(hit -> answer(hit, result)).orElse(Decided.NOTHING);
    }

    /** Asks the newest release of a collecting table; one answer for each row that hit, in the table's order. */
    public List<Decided> all(String decisionKey, Map<String, Object> facts) {
        facts.forEach(Decisions::refuseObjects);
        List<RuleHits.Hit> heard = new ArrayList<>();
        DmnDecisionResult result = hits.during(heard,
                () -> decisions.evaluateDecisionByKey(decisionKey).variables(new LinkedHashMap<>(facts)).evaluate());
        RuleHits.Hit hit = heard.stream().filter(each -> each.decisionKey().equals(decisionKey)).findFirst().orElseThrow();
        return IntStream.range(0, result.size()).mapToObj(row -> new Decided(hit.ruleIds().get(row),
                texts.of(hit.definitionId(), hit.ruleIds().get(row)), new LinkedHashMap<>(result.get(row).getEntryMap()))).toList();
    }

    /** For a screen: the tables that are asked meanwhile leave no history, since what is only looked at decides nothing. */
    public <T> T quietly(Supplier<T> look) {
        return hits.quietly(look);
    }

    private Decided answer(RuleHits.Hit hit, DmnDecisionResult result) {
        String rule = hit.ruleIds().get(0);
        Map<String, Object> outputs = result.isEmpty() ? Map.of() : new LinkedHashMap<>(result.get(0).getEntryMap());
        return new Decided(rule, texts.of(hit.definitionId(), rule), outputs);
    }

    private static void refuseObjects(String name, Object value) {
        if (!PlainFeel.isPlain(value)) {
            throw new IllegalArgumentException("A fact is text, a number, a boolean or a date; '" + name + "' is a " + value.getClass().getName());
        }
    }
}
