package dev.afterflow.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The house's rules for one file of decisions: names, both languages, and every row with an id and its reason. */
class TableRules {

    private static final Pattern DEFAULT_ID = Pattern.compile("(Decision|DecisionTable|DecisionRule|Input|InputExpression|Output|OutputClause|InputClause|UnaryTests|LiteralExpression)_[0-9a-z]{6,8}");
    private static final Pattern DECISION_ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");

    void check(Said said, Xml root) {
        List<Xml> decisions = root.all("dmn:decision").toList();
        if (decisions.stream().noneMatch(decision -> decision.id().equals(said.file().id()))) {
            said.refuse(root, "id", "A decision is called like its file: " + said.file().id());
        }
        decisions.forEach(decision -> {
            said.ensure(DECISION_ID.matcher(decision.id()).matches(), decision, "id", "A decision's id is written like-this");
            said.ensure(Durations.isDays(decision.get("camundadmn:historyTimeToLive")), decision, "timeToLive", "historyTimeToLive is given in days, such as P180D");
            said.ensure(Bilingual.isChinese(decision.get("name")), decision, "chinese", "A name is Chinese");
            said.ensure(Bilingual.isBoth(decision.get("name")) || Bilingual.isBoth(decision.textOf("dmn:description")), decision, "english",
                    "A decision says in both languages what it decides: description Chinese ' / ' English");
        });
        Set<String> seen = new HashSet<>();
        root.all().filter(element -> !element.id().isEmpty())
                .forEach(element -> said.ensure(seen.add(element.id()), element, "id", "The id " + element.id() + " stands twice"));
        root.all("dmn:decisionTable").forEach(table -> columns(said, table));
        root.all("dmn:rule").forEach(row -> row(said, row));
    }

    private static void columns(Said said, Xml table) {
        table.children("dmn:input").forEach(input -> said.ensure(Bilingual.isBoth(input.get("label")), input, "english", "A column's label is Chinese ' / ' English"));
        table.children("dmn:output").forEach(output -> {
            said.ensure(Bilingual.isBoth(output.get("label")), output, "english", "A column's label is Chinese ' / ' English");
            said.ensure(FACT.matcher(output.get("name")).matches(), output, "name", "An answer has a name written likeThis");
        });
        said.ensure(table.children("dmn:rule").findAny().isPresent(), table, "rows", "A table has rows");
    }

    private static void row(Said said, Xml row) {
        said.ensure(!row.id().isEmpty() && !DEFAULT_ID.matcher(row.id()).matches(), row, "defaultId", "A row's id says which case it is; the audit names it");
        said.ensure(Bilingual.isBoth(row.textOf("dmn:description")), row, "description", "A row has its reason as a description, Chinese ' / ' English");
    }
}
