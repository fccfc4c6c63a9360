package dev.afterflow.engine;

import java.util.List;
import java.util.Set;

/** Refuses decision tables that are too large, leave their policy open or speak another language than FEEL. */
class TableLint {

    private static final int MOST_RULES = 2_000;
    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER");
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "date");
    private static final Set<String> FEEL = Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    void check(ModelFile file, Xml root, List<Finding> findings) {
        root.all("dmn:decisionTable").forEach(table -> {
            if (!POLICIES.contains(table.get("hitPolicy"))) {
                refuse(findings, file, table, "guard.policy", "The hit policy is written down: UNIQUE, FIRST, ANY, COLLECT or RULE ORDER");
            }
            long rules = table.children("dmn:rule").count();
            if (rules > MOST_RULES) {
                refuse(findings, file, table, "guard.size", "A table has at most " + MOST_RULES + " rows, this one has " + rules);
            }
        });
        root.walk(element -> {
            if (!FEEL.contains(element.get("expressionLanguage"))) {
                refuse(findings, file, element, "guard.language", "Tables are written in FEEL, not in " + element.get("expressionLanguage"));
            }
            if (element.is("dmn:inputExpression", "dmn:output") && !TYPES.contains(element.get("typeRef"))) {
                refuse(findings, file, element, "guard.type", "A column has one of the types " + String.join(", ", TYPES.stream().sorted().toList()));
            }
        });
    }

    private static void refuse(List<Finding> findings, ModelFile file, Xml element, String rule, String text) {
        findings.add(Finding.refusal(file.name(), element.place(), rule, text + " (line " + element.line + ")"));
    }
}
