package dev.afterflow.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** What decision tables say in words, by the content they had when they decided; read once each. */
@Component
class DecisionTables {

    private static final int REMEMBERED = 300;

    private final RepositoryService engine;
    private final Map<String, Optional<Table>> known = new ConcurrentHashMap<>();

    DecisionTables(RepositoryService engine) {
        this.engine = engine;
    }

    /**
     * A table as it was.
     *
     * @param version  the how-manieth content of this table it is
     * @param inputs   labels by clause id, Chinese {@code " / "} English, in the table's order
     * @param outputs  labels by output name
     * @param rules    rows by id
     */
    record Table(String key, String name, int version, Instant since, Map<String, String> inputs, Map<String, String> outputs,
                 Map<String, Row> rules) {
    }

    /** A row's description and what it asks of each input, by clause id; an input it does not ask about is left out. */
    record Row(String text, Map<String, String> conditions) {
    }

    /** The table whose content has this hash; empty if it is not deployed any more. */
    Optional<Table> of(String key, String hash) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(key + " " + hash, absent -> find(key, hash));
    }

    private Optional<Table> find(String key, String hash) {
        List<String> seen = new ArrayList<>();
        for (DecisionDefinition each : engine.createDecisionDefinitionQuery().decisionDefinitionKey(key)
                .orderByDecisionDefinitionVersion().asc().list()) {
            String content = hash(each.getId());
            if (!seen.contains(content)) {
                seen.add(content);
            }
            if (content.equals(hash)) {
                return Optional.of(read(each, seen.size()));
            }
        }
        return Optional.empty();
    }

    private Table read(DecisionDefinition definition, int version) {
        DmnModelInstance model = engine.getDmnModelInstance(definition.getId());
        Decision decision = model.getModelElementById(definition.getKey());
        DecisionTable table = decision.getChildElementsByType(DecisionTable.class).iterator().next();
        List<Input> columns = List.copyOf(table.getInputs());
        Map<String, String> inputs = new LinkedHashMap<>();
        columns.forEach(input -> inputs.put(input.getId(), input.getLabel() == null ? input.getId() : input.getLabel()));
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Output output : table.getOutputs()) {
            outputs.put(output.getName(), output.getLabel() == null ? output.getName() : output.getLabel());
        }
        Map<String, Row> rules = new LinkedHashMap<>();
        table.getRules().forEach(rule -> rules.put(rule.getId(), row(rule, columns)));
        Instant since = engine.createDeploymentQuery().deploymentId(definition.getDeploymentId()).singleResult().getDeploymentTime().toInstant();
        return new Table(definition.getKey(), decision.getName(), version, since, inputs, outputs, rules);
    }

    private static Row row(Rule rule, List<Input> columns) {
        Map<String, String> conditions = new LinkedHashMap<>();
        int column = 0;
        for (var entry : rule.getInputEntries()) {
            String text = entry.getText() == null ? "" : entry.getText().getTextContent().strip();
            if (!text.isEmpty() && !text.equals("-")) {
                conditions.put(columns.get(column).getId(), text);
            }
            column++;
        }
        return new Row(rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip(), conditions);
    }

    private String hash(String definition) {
        try (InputStream content = engine.getDecisionModel(definition)) {
            return DigestUtils.sha256Hex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
