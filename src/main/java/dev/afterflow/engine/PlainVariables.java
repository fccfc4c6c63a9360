package dev.afterflow.engine;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DateValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.LongValueSerlializer;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What a process variable may be: text, whole number, boolean, date. There is no way to store an object. */
final class PlainVariables {

    private PlainVariables() {
    }

    /** The answer of a rule task, which the engine keeps for the step only and never stores. */
    static class Answer extends JavaObjectSerializer {

        @Override
        public boolean canHandle(TypedValue value) {
            return value.isTransient() && value.getValue() instanceof DmnDecisionResult && super.canHandle(value);
        }
    }

    /** What is never stored needs no bytes; the engine would write them at the answer's birth and again at the command's end. */
    private static final class PassingAnswer extends Answer {

        @Override
        protected byte[] serializeToByteArray(Object answer) {
            return new byte[0];
        }
    }

    /** Serializers for the plain types only; integers are the engine's own loop counters. */
    static VariableSerializers only() {
        return only(new PassingAnswer());
    }

    /** The same with another way to pass a rule's answer. */
    static VariableSerializers only(Answer passing) {
        return new DefaultVariableSerializers().addSerializer(new NullValueSerializer()).addSerializer(new StringValueSerializer())
                .addSerializer(new BooleanValueSerializer()).addSerializer(new IntegerValueSerializer())
                .addSerializer(new LongValueSerlializer()).addSerializer(new DateValueSerializer())
                .addSerializer(passing);
    }
}
