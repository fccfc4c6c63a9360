package dev.afterflow.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The descriptions of the rows of deployed tables, read once a table. */
class RuleTexts {

    private final RepositoryService repository;
    private final Map<String, Map<String, String>> byTable = new ConcurrentHashMap<>();

    RuleTexts(RepositoryService repository) {
        this.repository = repository;
    }

    /** The row's description, Chinese and English; empty if it has none. */
    String of(String definitionId, String ruleId) {
        return byTable.computeIfAbsent(definitionId, this::read).getOrDefault(ruleId, "");
    }

    private Map<String, String> read(String definitionId) {
        Map<String, String> texts = new ConcurrentHashMap<>();
        for (Rule rule : Dmn.readModelFromStream(repository.getDecisionModel(definitionId)).getModelElementsByType(Rule.class)) {
            Description description = rule.getDescription();
            texts.put(rule.getId(), description == null ? "" : description.getTextContent().strip());
        }
        return texts;
    }
}
