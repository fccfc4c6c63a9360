package dev.afterflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ThrowawayEngineTest {

    private static final ModelFile FORK = Models.process("fork", """
            <bpmn:startEvent id="begun"/>
            <bpmn:sequenceFlow id="toPaint" sourceRef="begun" targetRef="paint"/>
            <bpmn:serviceTask id="paint" camunda:delegateExpression="${paint}" camunda:asyncBefore="true"/>
            <bpmn:sequenceFlow id="toQuestion" sourceRef="paint" targetRef="isRed"/>
            <bpmn:exclusiveGateway id="isRed" default="notRed"/>
            <bpmn:sequenceFlow id="red" sourceRef="isRed" targetRef="look"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${colour == 'red'}</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="notRed" sourceRef="isRed" targetRef="ended"/>
            <bpmn:userTask id="look"/>
            <bpmn:sequenceFlow id="looked" sourceRef="look" targetRef="ended"/>
            <bpmn:endEvent id="ended"/>
            """);

    private static final ThrowawayEngine engine = ThrowawayEngine.with(
            Map.of("paint", execution -> execution.setVariable("colour", execution.getProcessBusinessKey().substring(2))),
            List.of(FORK, Models.table("mood", "UNIQUE", Models.row("calm", "\"blue\"", "sea") + Models.row("angry", "\"red\"", "fire"))));

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void pathsAreWalkedAndWhatIsMissingIsNamed() {
        engine.start("fork", "1-blue", Map.of());
        engine.runJobs();
        assertThat(engine.ended("1-blue")).isTrue();
        assertThatThrownBy(() -> engine.assertEverythingWalked("fork")).hasMessage("Not walked in fork: [look, looked, red]");
        engine.start("fork", "2-red", Map.of());
        engine.runJobs();
        assertThat(engine.waitingAt("2-red")).containsExactly("look");
        engine.complete("2-red", "look", Map.of());
        engine.assertEverythingWalked("fork");
        assertThat(engine.path("2-red")).containsExactly("begun", "paint", "isRed", "look", "ended");
        assertThat(engine.variableNames("fork")).containsExactly("colour");
    }

    @Test
    void decisionsNameTheirRow() {
        assertThat(engine.decisions().decide("mood", Map.of("colour", "blue")))
                .isEqualTo(new Decided("calm", "calm 行 / row calm", Map.of("answer", "sea")));
        assertThatThrownBy(() -> engine.assertEveryRowHit("mood")).hasMessage("Rows of mood never hit: [angry]");
        assertThat(engine.decisions().decide("mood", Map.of("colour", "red")).text("answer")).isEqualTo("fire");
        engine.assertEveryRowHit("mood");
        assertThat(engine.decisions().decide("mood", Map.of("colour", "green"))).isEqualTo(Decided.NOTHING);
    }

    @Test
    void anObjectIsNoFact() {
        assertThatThrownBy(() -> engine.decisions().decide("mood", Map.of("colour", new Object())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'colour' is a java.lang.Object");
    }
}
