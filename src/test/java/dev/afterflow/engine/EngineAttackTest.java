package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways into the engine that need no model: queries, variables, decisions; and the limits while a model runs. */
class EngineAttackTest {

    private record Pet(String name) implements Serializable {
    }

    private static final String EVIL = "${" + Canary.CALL + "}";
    private static final ThrowawayEngine engine = ThrowawayEngine.with(Map.of("probe", execution -> { }), List.of(
            Models.around("wait-here", "<bpmn:userTask id=\"step\"/>"),
            Models.around("ask-mood", Models.ruleTask("mood-table")),
            Models.table("mood-table", "FIRST", Models.row("calm", "\"red\"", "fire")),
            Models.around("repeat-by-data", "<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics id=\"loop\"><bpmn:loopCardinality>${times}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>"),
            Models.around("repeat-deeply", "<bpmn:callActivity id=\"step\" calledElement=\"repeat-short\"><bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\"/></bpmn:extensionElements>"
                    + "<bpmn:multiInstanceLoopCharacteristics id=\"loop\"><bpmn:loopCardinality>200</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:callActivity>"),
            Models.around("repeat-short", "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${probe}\"><bpmn:multiInstanceLoopCharacteristics id=\"loop\" isSequential=\"true\"><bpmn:loopCardinality>20</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>")));
    private static final RuntimeService runtime = engine.engine().getRuntimeService();

    private final String instance = engine.start("wait-here", "attack", Map.of()).getId();

    @AfterAll
    static void close() {
        engine.close();
    }

    @AfterEach
    void nothingRan() {
        assertThat(Canary.isSilent()).isTrue();
        runtime.deleteProcessInstance(instance, "over");
    }

    /** Else the silence above would prove nothing. */
    @Test
    void theCanarySingsOnAStockEngine() {
        assertThat(valueOf(new JuelExpressionManager(), EVIL)).isEqualTo("PT1H");
        assertThat(Canary.SONGS.getAndSet(0)).isEqualTo(1);
    }

    @Test
    void anExpressionInsideAQueryIsRefused() {
        assertThatThrownBy(() -> engine.engine().getTaskService().createTaskQuery().or().dueAfterExpression(EVIL).endOr().list())
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> engine.engine().getTaskService().createTaskQuery().taskAssigneeExpression(EVIL).list())
                .isInstanceOf(ProcessEngineException.class);
        assertThat(engine.engine().getTaskService().createTaskQuery().processInstanceId(instance).count()).isEqualTo(1);
    }

    @Test
    void anExpressionInsideAStoredFilterIsRefused() {
        Filter filter = engine.engine().getFilterService().newTaskFilter("evil");
        filter.setQuery(new TaskQueryImpl().taskAssigneeExpression(EVIL));
        assertThatThrownBy(() -> {
            engine.engine().getFilterService().saveFilter(filter);
            engine.engine().getFilterService().list(filter.getId());
        }).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void anObjectInJsonIsNoVariable() {
        assertThatThrownBy(() -> {
            runtime.setVariable(instance, "x", Variables.serializedObjectValue("{\"song\":\"la\"}")
                    .serializationDataFormat("application/json").objectTypeName("dev.afterflow.engine.Canary").create());
            runtime.getVariable(instance, "x");
        }).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aJavaSerializedObjectIsNoVariable() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new ArrayList<>(List.of("x")));
        assertThatThrownBy(() -> runtime.setVariable(instance, "x", Variables
                .serializedObjectValue(Base64.getEncoder().encodeToString(bytes.toByteArray()))
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA).objectTypeName("java.util.ArrayList").create()))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void anObjectOfOursIsNoVariableEither() {
        assertThatThrownBy(() -> runtime.setVariable(instance, "x", new Pet("x"))).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> runtime.setVariable(instance, "x", new ArrayList<>(List.of("x")))).isInstanceOf(ProcessEngineException.class);
        runtime.setVariables(instance, Map.of("a", "word", "b", 7L, "c", true, "d", new Date()));
        assertThat(runtime.getVariables(instance)).hasSize(4);
    }

    @Test
    void textThatLooksLikeAnExpressionStaysText() {
        runtime.setVariable(instance, "note", EVIL);
        assertThat(runtime.getVariable(instance, "note")).isEqualTo(EVIL);
        assertThat(engine.decisions().decide("mood-table", Map.of("colour", EVIL))).isEqualTo(Decided.NOTHING);
    }

    @Test
    void aTableNeverSeesAJavaObject() throws IOException {
        File file = Files.createTempFile("fact", ".txt").toFile();
        assertThatThrownBy(() -> engine.start("ask-mood", "object", Map.of("colour", Variables.objectValue(file, true).create())))
                .hasMessageContaining("Cannot find serializer");
        for (String call : List.of("f.delete()", "f.canonicalPath", "f")) {
            assertThatThrownBy(() -> new PlainFeel().createInstance().evaluateSimpleExpression(call, Variables.putValue("f", file).asVariableContext()))
                    .as(call).hasStackTraceContaining("A decision sees only text, numbers, booleans, dates, lists and maps; 'f' is a java.io.File");
        }
        assertThat(file).exists();
        engine.start("ask-mood", "text", Map.of("colour", Variables.stringValue("red", true)));
        assertThat(engine.ended("text")).isTrue();
    }

    @Test
    void dataCannotRepeatAStepForEver() {
        assertThatThrownBy(() -> engine.start("repeat-by-data", "many", Map.of("times", 1_000_000L)))
                .hasMessageContaining("A step is repeated at most 200 times, not 1000000");
        assertThatThrownBy(() -> engine.start("repeat-by-data", "text", Map.of("times", "201"))).hasMessageContaining("not 201");
        assertThatThrownBy(() -> engine.start("repeat-by-data", "word", Map.of("times", "x"))).hasMessageContaining("whole number");
        engine.start("repeat-by-data", "few", Map.of("times", 3L));
        assertThat(engine.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("few").count()).isEqualTo(3);
    }

    @Test
    void aCommandThatRunsAwayIsStoppedAndRolledBack() {
        assertThatThrownBy(() -> engine.start("repeat-deeply", "away", Map.of())).hasMessageContaining("More than 1000 steps in one go");
        assertThat(engine.waitingAt("away")).isEmpty();
        engine.start("repeat-short", "short", Map.of());
        assertThat(engine.ended("short")).isTrue();
    }

    @Test
    void expressionsReachVariablesAndDelegatesOnly() {
        SafeExpressions expressions = new SafeExpressions(Delegates.of(Map.of("probe", execution -> { })));
        for (String bad : List.of(EVIL, "${''.length() == 0}", "${'a'.class}", "${dataSource}", "${now()}", "${currentUser()}", "${execution.id}")) {
            assertThatThrownBy(() -> valueOf(expressions, bad)).as(bad).isInstanceOf(RuntimeException.class);
        }
        assertThat(valueOf(expressions, "${probe}")).isInstanceOf(JavaDelegate.class);
        assertThat(valueOf(expressions, "${1 < 2}")).isEqualTo(true);
    }

    @Test
    void noScriptRuns() {
        assertThatThrownBy(() -> new NoScripts().getScriptEngine("juel", true)).hasMessageContaining("Scripts are not run here");
        assertThatThrownBy(() -> engine.engine().getProcessEngineConfiguration().getClass().getClassLoader().loadClass("groovy.lang.GroovyShell"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static Object valueOf(JuelExpressionManager expressions, String text) {
        return ((ProcessEngineConfigurationImpl) engine.engine().getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(command -> expressions.createExpression(text).getValue(new ExecutionEntity()));
    }
}
