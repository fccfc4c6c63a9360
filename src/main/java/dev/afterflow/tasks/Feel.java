package dev.afterflow.tasks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * Evaluates the short FEEL expressions of forms ({@code =kind = "REPAIR" and amount > 100}).
 *
 * <p>Loops and functions of one's own are refused here as they are when a form is deployed, so that an evaluation ends at once.
 */
final class Feel {

    private static final int LONGEST = 2_000;
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern REFUSED = Pattern.compile("\\b(for|some|every|function|external|replace|split)\\b");
    private static final FeelEngineApi ENGINE =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private static final Map<String, ParsedExpression> PARSED = new ConcurrentHashMap<>();

    private Feel() {
    }

    static boolean isExpression(String text) {
        return text != null && text.startsWith("=");
    }

    /** Whether the expression is true for these values; a missing value makes it untrue. */
    static boolean holds(String expression, Map<String, Object> values) {
        return Boolean.TRUE.equals(value(expression, values));
    }

    /** The expression's value, or null when it has none for these values. */
    static Object value(String expression, Map<String, Object> values) {
        EvaluationResult result = ENGINE.evaluate(PARSED.computeIfAbsent(expression, Feel::parse), values);
        return result.isSuccess() ? result.result() : null;
    }

    private static ParsedExpression parse(String expression) {
        if (expression.length() > LONGEST || REFUSED.matcher(STRING.matcher(expression).replaceAll("")).find()) {
            throw new IllegalArgumentException("A form expression this room does not evaluate: " + expression);
        }
        ParseResult result = ENGINE.parseExpression(expression.substring(1));
        if (!result.isSuccess()) {
            throw new IllegalArgumentException("A form expression that is no FEEL: " + expression);
        }
        return result.parsedExpression();
    }
}
