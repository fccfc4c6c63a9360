package dev.afterflow.tasks;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.context.VariableProvider.StaticVariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.springframework.util.ConcurrentLruCache;

/**
 * Evaluates the short FEEL expressions of forms ({@code =kind = "REPAIR" and amount > 100}); their parsed texts, as many as are
 * in use, and the built-in functions are kept.
 *
 * <p>Loops and functions of one's own are refused here as they are when a form is deployed, so that an evaluation ends at once.
 */
final class Feel {

    /** Our own forms have some eighty; a house that changes its forms every day does not fill its memory with old ones. */
    static final int MOST = 1_024;
    private static final int LONGEST = 2_000;
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern REFUSED = Pattern.compile("\\b(for|some|every|function|external|replace|split)\\b");
    private static final FeelEngineBuilder PARTS = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false);
    private static final FeelEngineApi ENGINE = PARTS.build();
    private static final ValueMapper VALUES = PARTS.valueMapper();
    private static final FunctionProvider FUNCTIONS = new BuiltinFunctions(PARTS.clock(), VALUES);
    private static final FeelInterpreter INTERPRETER = new FeelInterpreter(VALUES);
    private static final ConcurrentLruCache<String, ParsedExpression> PARSED = new ConcurrentLruCache<>(MOST, Feel::parse);

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
        ParsedExpression parsed = PARSED.get(expression);
        Val value = INTERPRETER.eval(parsed.expression(), EvalContext.create(VALUES, FUNCTIONS).merge(new Given(values)));
        return value instanceof ValError || value instanceof ValFatalError ? null : VALUES.unpackVal(value);
    }

    /** Parsed texts kept now. */
    static int kept() {
        return PARSED.size();
    }

    private static final class Given extends CustomContext {

        private final VariableProvider variables;

        Given(Map<String, Object> values) {
            variables = new StaticVariableProvider(camundajar.impl.scala.collection.immutable.Map.from(CollectionConverters.asScala(values)));
        }

        @Override
        public VariableProvider variableProvider() {
            return variables;
        }
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
