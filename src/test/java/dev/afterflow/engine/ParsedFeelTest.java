package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

/** FEEL that keeps what it has parsed answers as the engine's own, also when it has no answer. */
class ParsedFeelTest {

    private static final long SEED = 20_261_130;
    private static final int ROUNDS = 60;

    private final List<String> asked = new ArrayList<>();

    @Test
    void everyTableOfOursAnswersTheSameAsWithTheEnginesOwnFeel() {
        DmnEngine own = engine(new PlainFeel(new ScalaFeelEngineFactory()));
        DmnEngine kept = engine(new PlainFeel());
        Random dice = new Random(SEED);
        int hits = 0;
        for (ModelFile file : new RuleBook().files()) {
            if (file.name().endsWith(".dmn")) {
                hits += compare(file, own, kept, dice);
            }
        }
        assertThat(hits).as("answers that are not empty, of %d", asked.size()).isGreaterThan(asked.size() / 10);
    }

    private int compare(ModelFile file, DmnEngine own, DmnEngine kept, Random dice) {
        Xml root = new ModelReader().read(file);
        Map<String, List<Object>> choices = choices(root);
        List<DmnDecision> theirs = own.parseDecisions(new ByteArrayInputStream(file.content()));
        List<DmnDecision> ours = kept.parseDecisions(new ByteArrayInputStream(file.content()));
        int hits = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> facts = new HashMap<>();
            choices.forEach((name, values) -> facts.put(name, values.get(dice.nextInt(values.size()))));
            for (int each = 0; each < theirs.size(); each++) {
                String expected = answer(own, theirs.get(each), facts);
                assertThat(answer(kept, ours.get(each), facts)).as("%s with %s", file.name(), facts).isEqualTo(expected);
                asked.add(expected);
                hits += expected.equals("[]") || expected.startsWith("refused") ? 0 : 1;
            }
        }
        return hits;
    }

    @Test
    void numbersDatesListsAndMapsComeOutTheSame() {
        VariableContext facts = Variables.putValue("n", 7L).putValueTyped("d", Variables.dateValue(new Date(1_700_000_000_000L))).putValue("t", "a b")
                .putValue("l", List.of(1L, 2L)).putValue("none", null).asVariableContext();
        for (String text : List.of("n", "n * 1.5", "n / 3", "d", "t", "l", "none", "missing", "n > 3 and t = \"a b\"", "date(\"2026-11-30\")",
                "duration(\"P1D\")", "upper case(t)", "substring before(t, \" \")", "l[1]", "count(l)", "if none = null then 1 else 2", "-n",
                "n in [1..7]", "max(l)", "n +", "assert(n, n = 8)", "unknown(n)", "n + t", "\"x\" + t", "t < 3", "some x in l satisfies x > 1")) {
            assertThat(said(new PlainFeel(), text, facts)).as(text).isEqualTo(said(new PlainFeel(new ScalaFeelEngineFactory()), text, facts));
        }
    }

    @Test
    void testsOfACellComeOutTheSame() {
        for (Object value : new Object[] {7L, 7, 7.0, "seven", true, null, new Date(0)}) {
            VariableContext facts = Variables.putValue("cellInput", value).putValue("other", 9L).asVariableContext();
            for (String text : List.of("7", "\"seven\"", "not(\"seven\")", "1, 7", "[1..7]", "]7..9]", "< other", ">= 7", "true", "not(true)", "null", "-",
                    "cellInput > 3", "date(\"1970-01-01\")", "missing", "other", "? = 7", "7,", "contains(cellInput, \"eve\")", "assert(?, false)")) {
                assertThat(held(new PlainFeel(), text, facts)).as("%s for %s", text, value)
                        .isEqualTo(held(new PlainFeel(new ScalaFeelEngineFactory()), text, facts));
            }
        }
    }

    @Test
    void whatIsKeptHasABound() {
        ParsedFeel feel = new ParsedFeel();
        VariableContext facts = Variables.putValue("n", 1L).asVariableContext();
        for (int text = 0; text < 2 * ParsedFeel.MOST; text++) {
            feel.evaluateSimpleExpression("n + " + text, facts);
        }
        assertThat(feel.kept()).isBetween(ParsedFeel.MOST / 2, ParsedFeel.MOST + 256);
        assertThat(feel.<Object>evaluateSimpleExpression("n + 0", facts)).isEqualTo(1L);
    }

    @Test
    void anErrorIsSaidInTheEnginesWords() {
        assertThatThrownBy(() -> new ParsedFeel().evaluateSimpleExpression("1 +", Variables.emptyVariableContext()))
                .hasMessageContaining("FEEL/SCALA-01008").hasMessageContaining("failed to parse expression '1 +'");
    }

    private static DmnEngine engine(PlainFeel feel) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(feel);
        return configuration.buildEngine();
    }

    private static String answer(DmnEngine engine, DmnDecision decision, Map<String, Object> facts) {
        try {
            List<String> rows = new ArrayList<>();
            engine.evaluateDecision(decision, facts).forEach(row -> rows.add(new TreeMap<>(row.getEntryMap()).toString()));
            return rows.toString();
        } catch (RuntimeException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static String said(PlainFeel feel, String text, VariableContext facts) {
        try {
            Object value = feel.createInstance().evaluateSimpleExpression(text, facts);
            return value == null ? "nothing" : value.getClass().getName() + " " + value;
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    private static String held(PlainFeel feel, String text, VariableContext facts) {
        try {
            return String.valueOf(feel.createInstance().evaluateSimpleUnaryTests(text, "cellInput", facts));
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    /** For each name an input asks for: the words and numbers its cells speak of, others, and nothing. */
    private static Map<String, List<Object>> choices(Xml root) {
        Map<String, List<Object>> choices = new TreeMap<>();
        List<Xml> inputs = root.all("dmn:input").toList();
        List<Xml> rules = root.all("dmn:rule").toList();
        for (int place = 0; place < inputs.size(); place++) {
            Xml expression = inputs.get(place).all("dmn:inputExpression").findFirst().orElseThrow();
            String name = expression.textOf("dmn:text");
            if (name.matches("[A-Za-z_]\\w*")) {
                List<Object> values = choices.computeIfAbsent(name, first -> new ArrayList<>(List.of("other")));
                values.add(null);
                int column = place;
                rules.forEach(rule -> values.addAll(spokenOf(rule.all("dmn:inputEntry").toList().get(column).textOf("dmn:text"), expression.get("typeRef"))));
                values.addAll(expression.get("typeRef").equals("boolean") ? List.of(true, false) : List.of());
                values.addAll(expression.get("typeRef").equals("date") ? List.of(new Date(0), new Date(4_000_000_000_000L)) : List.of());
            }
        }
        return choices;
    }

    private static List<Object> spokenOf(String cell, String type) {
        List<Object> values = new ArrayList<>();
        Pattern.compile("\"([^\"]*)\"").matcher(cell).results().forEach(word -> values.add(word.group(1)));
        if (!type.equals("string")) {
            Pattern.compile("-?\\d+").matcher(cell).results().forEach(number -> {
                long at = Long.parseLong(number.group());
                values.addAll(List.of(at - 1, at, at + 1));
            });
        }
        return values;
    }
}
