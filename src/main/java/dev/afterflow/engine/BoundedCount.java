package dev.afterflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/** A number of repetitions that data may give, up to a limit. */
record BoundedCount(Expression count, int most) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
        return bounded(count.getValue(scope));
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new ProcessEngineException("A number of repetitions is read, not written");
    }

    @Override
    public String getExpressionText() {
        return count.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return count.isLiteralText();
    }

    private Object bounded(Object value) {
        try {
            if (Long.parseLong(String.valueOf(value)) > most) {
                throw new ProcessEngineException("A step is repeated at most " + most + " times, not " + value);
            }
            return value;
        } catch (NumberFormatException e) {
            throw new ProcessEngineException("A number of repetitions is a whole number, not " + value, e);
        }
    }
}
