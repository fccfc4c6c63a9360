package dev.afterflow.engine;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** FEEL that sees plain values only: it would call methods of any other Java object it is given. */
class PlainFeel implements FeelEngineFactory {

    private final FeelEngineFactory within;

    PlainFeel() {
        this(ParsedFeel::new);
    }

    /** @param within makes the FEEL behind the fence */
    PlainFeel(FeelEngineFactory within) {
        this.within = within;
    }

    @Override
    public FeelEngine createInstance() {
        FeelEngine feel = within.createInstance();
        return new FeelEngine() {
            @Override
            public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
                return feel.evaluateSimpleExpression(expression, new PlainContext(variables));
            }

            @Override
            public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
                return feel.evaluateSimpleUnaryTests(tests, input, new PlainContext(variables));
            }
        };
    }

    /** True for text, numbers, booleans, dates and collections of them. */
    static boolean isPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.keySet().stream().allMatch(String.class::isInstance) && map.values().stream().allMatch(PlainFeel::isPlain);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().allMatch(PlainFeel::isPlain);
        }
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Date
                || value instanceof Number && value.getClass().getName().startsWith("java.")
                || (value instanceof Temporal || value instanceof TemporalAmount) && value.getClass().getName().startsWith("java.time.");
    }

    private record PlainContext(VariableContext variables) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            TypedValue value = variables.resolve(name);
            if (value != null && !isPlain(value.getValue())) {
                throw new ProcessEngineException("A decision sees only text, numbers, booleans, dates, lists and maps; '"
                        + name + "' is a " + value.getValue().getClass().getName());
            }
            return value;
        }

        @Override
        public boolean containsVariable(String name) {
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }
    }
}
