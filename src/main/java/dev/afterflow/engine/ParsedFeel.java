package dev.afterflow.engine;

import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.Map.Map1;
import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.context.VariableProvider.CompositeVariableProvider;
import org.camunda.feel.context.VariableProvider.StaticVariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.springframework.util.ConcurrentLruCache;

/**
 * The engine's FEEL, with two things kept that it makes anew for each cell of a table: the parsed text and the built-in
 * functions. What does not succeed is asked again of the engine's own FEEL, so that an error is said in its words.
 */
class ParsedFeel extends ScalaFeelEngine {

    /** Texts kept of each kind; our own tables have some five hundred in all. */
    static final int MOST = 4_096;

    private final FeelInterpreter interpreter = new FeelInterpreter(feelEngine.valueMapper());
    private final FunctionProvider functions = new BuiltinFunctions(feelEngine.clock(), feelEngine.valueMapper());
    private final ConcurrentLruCache<String, Optional<ParsedExpression>> expressions =
            new ConcurrentLruCache<>(MOST, text -> read(feelEngine.parseExpression(text)));
    private final ConcurrentLruCache<String, Optional<ParsedExpression>> tests =
            new ConcurrentLruCache<>(MOST, text -> read(feelEngine.parseUnaryTests(text)));

    ParsedFeel() {
        super(List.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Answer answer = answer(expressions.get(expression), new ContextVariableWrapper(variables));
        return answer.good() ? (T) answer.value() : super.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
        StaticVariableProvider named = new StaticVariableProvider(new Map1<>(INPUT_VARIABLE_NAME, input));
        Answer answer = answer(tests.get(text), new CompositeVariableProvider(toScalaList(named, new ContextVariableWrapper(variables))));
        return answer.good() && answer.value() instanceof Boolean holds ? holds : super.evaluateSimpleUnaryTests(text, input, variables);
    }

    /** Texts kept now, of both kinds. */
    int kept() {
        return expressions.size() + tests.size();
    }

    private record Answer(boolean good, Object value) {

        private static final Answer NONE = new Answer(false, null);
    }

    private Answer answer(Optional<ParsedExpression> parsed, VariableProvider variables) {
        if (parsed.isEmpty()) {
            return Answer.NONE;
        }
        EvalContext context = EvalContext.create(feelEngine.valueMapper(), functions).merge(new CustomContext() {
            @Override
            public VariableProvider variableProvider() {
                return variables;
            }
        });
        try {
            Val value = interpreter.eval(parsed.get().expression(), context);
            return value instanceof ValError || value instanceof ValFatalError || refused(context)
                    ? Answer.NONE : new Answer(true, feelEngine.valueMapper().unpackVal(value));
        } catch (RuntimeException saidByTheEngine) {
            return Answer.NONE;
        }
    }

    private static boolean refused(EvalContext context) {
        for (Iterator<EvaluationFailure> failures = context.failureCollector().failures().iterator(); failures.hasNext();) {
            if (failures.next().failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
                return true;
            }
        }
        return false;
    }

    private static Optional<ParsedExpression> read(Either<Failure, ParsedExpression> parsed) {
        return parsed.isRight() ? Optional.of(parsed.toOption().get()) : Optional.empty();
    }
}
