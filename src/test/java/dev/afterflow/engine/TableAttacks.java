package dev.afterflow.engine;

import static dev.afterflow.engine.Canary.CALL;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decision tables that try to run code, to run for ever or to be too large. */
final class TableAttacks {

    private static final String CALM = Models.row("calm", "\"red\"", "fire");

    private TableAttacks() {
    }

    static Stream<Attack> all() {
        return Stream.of(
                language("table answer in juel", "<outputEntry id=\"calm-out\" expressionLanguage=\"juel\">", "<outputEntry id=\"calm-out\">", "calm-out"),
                language("table input in juel", "<inputEntry id=\"calm-in\" expressionLanguage=\"juel\">", "<inputEntry id=\"calm-in\">", "calm-in"),
                language("table input expression in juel", "<inputExpression id=\"colourExpression\" expressionLanguage=\"juel\" ", "<inputExpression id=\"colourExpression\" ", "colourExpression"),
                language("table in groovy", "<outputEntry id=\"calm-out\" expressionLanguage=\"groovy\">", "<outputEntry id=\"calm-out\">", "calm-out"),
                language("table in javascript", "<outputEntry id=\"calm-out\" expressionLanguage=\"javascript\">", "<outputEntry id=\"calm-out\">", "calm-out"),
                answer("expression in a feel table", "${" + CALL + "}"),
                answer("external java function", "{ f: function(x) external { java: { class: \"dev.afterflow.engine.Canary\", method signature: \"sing()\" } }, r: f(1) }.r"),
                answer("method of a java object", "f.delete()"),
                answer("getter of a java object", "p.wipe"),
                answer("method with words around it", "if p . wipe() then \"a\" else \"b\""),
                answer("loop over a million", "for i in 1..100000000 return i"),
                answer("some over a million", "some x in 1..100000000 satisfies x = 0"),
                answer("function of its own", "(function(a) a)(1)"),
                answer("power", "9 ** 9 ** 9 ** 9"),
                answer("list filter in a context", "{a: [1,2]}.a[item > 1]"),
                answer("clock", "string(now())"),
                input("catastrophic pattern", "matches(?, \"(a+)+b\")"),
                input("pattern that is no literal", "matches(?, colour + \"(a+)+\")"),
                input("replace with a pattern", "replace(?, \"(a+)+b\", \"\") = \"x\""),
                input("split with a pattern", "count(split(?, \"(a+)+b\")) > 0"),
                table("fifty thousand rows", "guard.size", "definitions", "FIRST", many(50_000)),
                table("two thousand and one rows", "guard.size", "table", "FIRST", many(2_001)),
                table("no hit policy", "guard.policy", "table", "", CALM),
                table("unknown hit policy", "guard.policy", "table", "PRIORITY", CALM),
                replaced("knowledge model", "</definitions>", "<businessKnowledgeModel id=\"bkm\" name=\"x\"/></definitions>", "bkm", "guard.element"),
                replaced("literal decision", "</definitions>", "<decision id=\"lit\" name=\"x\" camunda:historyTimeToLive=\"P1D\"><literalExpression id=\"le\"><text>1</text></literalExpression></decision></definitions>", "le", "guard.element"),
                replaced("unknown type", "name=\"answer\" typeRef=\"string\"", "name=\"answer\" typeRef=\"java.io.File\"", "answerOut", "guard.type"),
                replaced("document type in a table", "<definitions ", "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + Canary.URL + "\">]><definitions ", "line ", "guard.doctype"),
                replaced("remote import in a table", "<decision ", "<import importType=\"x\" namespace=\"n\" locationURI=\"" + Canary.URL + "\" name=\"i\"/><decision ", "definitions/import", "guard.element"),
                replaced("input variable with an expression", "<input id=\"colourIn\" ", "<input id=\"colourIn\" camunda:inputVariable=\"${x}\" ", "colourIn", "guard.feel"));
    }

    private static Attack language(String name, String bad, String good, String element) {
        return replaced(name, good, bad, element, "guard.language");
    }

    private static Attack answer(String name, String text) {
        return replaced(name, "\"fire\"", escaped(text), "calm-out", "guard.feel");
    }

    private static Attack input(String name, String text) {
        return replaced(name, "<text>\"red\"</text>", "<text>" + escaped(text) + "</text>", "calm-in", "guard.feel");
    }

    private static Attack table(String name, String rule, String element, String policy, String rows) {
        String id = Attack.slug(name);
        return Attack.of(name, Models.table(id, policy, rows), element.equals("definitions") ? "processes/engine/" + id : element, rule, Models.table(id, "FIRST", CALM));
    }

    private static Attack replaced(String name, String good, String bad, String element, String rule) {
        ModelFile twin = Models.table(Attack.slug(name), "FIRST", CALM);
        return Attack.of(name, ModelFile.of(twin.name(), twin.text().replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))), element, rule, twin);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String many(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> "<rule id=\"r" + i + "\"><inputEntry id=\"i" + i + "\"><text/></inputEntry><outputEntry id=\"o" + i + "\"><text>1</text></outputEntry></rule>")
                .collect(Collectors.joining());
    }
}
