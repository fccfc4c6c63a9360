package dev.afterflow.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The FEEL of forms answers as the library does that would read and prepare it anew each time, and keeps no more than it needs. */
class FeelTest {

    private static final FeelEngineApi LIBRARY = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");
    private static final int ROUNDS = 40;

    @Test
    void everyExpressionOfOurFormsAnswersTheSame() throws IOException {
        Set<String> expressions = new TreeSet<>();
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            for (Path form : forms.filter(path -> path.toString().endsWith(".form")).toList()) {
                collect(JsonMapper.shared().readTree(Files.readString(form)), expressions);
            }
        }
        assertThat(expressions).hasSizeGreaterThan(20);
        Random dice = new Random(20_261_130);
        Set<Object> answers = expressions.stream().flatMap(expression -> Stream.generate(() -> facts(expression, dice)).limit(ROUNDS)
                .map(facts -> same(expression, facts))).map(String::valueOf).collect(Collectors.toSet());
        assertThat(answers).as("not all the same").contains("true", "false");
    }

    @Test
    void numbersDatesListsAndWhatIsMissingComeOutTheSame() {
        Map<String, Object> facts = new HashMap<>(Map.of("n", 7L, "t", "a b", "l", List.of(1L, 2L), "m", Map.of("inner", 3)));
        facts.put("none", null);
        for (String text : List.of("=n", "=n * 1.5", "=n / 3", "=t", "=l", "=none", "=missing", "=n > 3 and t = \"a b\"", "=date(\"2026-11-30\")", "=m.inner",
                "=upper case(t)", "=l[1]", "=count(l)", "=sum(l)", "=if none = null then 1 else 2", "=-n", "=n in [1..7]", "=n + t", "=t < 3", "=assert(n, n = 8)", "=unknown(n)")) {
            same(text, facts);
        }
    }

    @Test
    void whatIsKeptHasABoundAndWhatIsRefusedIsNotKept() {
        for (int text = 0; text < 2 * Feel.MOST; text++) {
            assertThat(Feel.value("=n + " + text, Map.of("n", 1L))).isEqualTo(1L + text);
        }
        assertThat(Feel.kept()).isBetween(Feel.MOST / 2, Feel.MOST + 256);
        int kept = Feel.kept();
        assertThatThrownBy(() -> Feel.value("=for i in 1..9 return i", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Feel.kept()).isLessThanOrEqualTo(kept);
    }

    private static Object same(String expression, Map<String, Object> facts) {
        EvaluationResult theirs = LIBRARY.evaluateExpression(expression.substring(1), facts);
        Object ours = Feel.value(expression, facts);
        assertThat(ours).as("%s with %s", expression, facts).isEqualTo(theirs.isSuccess() ? theirs.result() : null);
        return ours;
    }

    private static Map<String, Object> facts(String expression, Random dice) {
        List<Object> words = new ArrayList<>(Arrays.asList(null, true, false, 0L, 7L, 12_345L, "x", ""));
        Pattern.compile("\"([^\"]*)\"").matcher(expression).results().forEach(word -> words.addAll(List.of(word.group(1), word.group(1), word.group(1))));
        Map<String, Object> facts = new HashMap<>();
        NAME.matcher(expression).results().map(name -> name.group()).distinct().forEach(name -> {
            if (dice.nextInt(8) > 0) {
                facts.put(name, words.get(dice.nextInt(words.size())));
            }
        });
        return facts;
    }

    private static void collect(JsonNode node, Set<String> expressions) {
        if (node.isString() && Feel.isExpression(node.asString())) {
            expressions.add(node.asString());
        }
        node.forEach(child -> collect(child, expressions));
    }
}
