package dev.afterflow.engine;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attacks of our own: names that are no variables, processes that flood, money that nobody waits for. */
final class FloodAttacks {

    private static final String LOOK = "<bpmn:userTask id=\"step\"/>";
    private static final String PROBE = "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${probe}\"/>";
    private static final String WAIT = "<bpmn:receiveTask id=\"heard\"/>";

    private FloodAttacks() {
    }

    static Stream<Attack> all() {
        return Stream.of(conditions(), floods(), effects(), corners()).flatMap(attacks -> attacks);
    }

    private static Stream<Attack> conditions() {
        return Stream.of(condition("the execution as a variable", "${execution != null}"), condition("the task as a variable", "${task != null}"),
                condition("who is asking", "${authenticatedUserId == 'x'}"), condition("a function", "${now() != null}"),
                condition("a function without brackets", "${currentUser == null}"), condition("into a map", "${colour['class'] != null}"),
                condition("into an object", "${colour.class != null}"), condition("a method with an argument", "${probe.execute(colour) == null}"),
                condition("a delegate as a variable", "${probe != null}"), condition("a choice", "${vip ? 'a' : 'b'}"),
                condition("arithmetic", "${amount + 1 > 2}"), condition("text around it", "x${vip}"), condition("two in one", "${vip}${vip}"),
                condition("broken expression", "${vip &amp;&amp;}"),
                condition("a very long one", "${" + "vip and ".repeat(100) + "vip}"),
                Attack.step("a bean that is no delegate", "guard.expression", "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${dataSource}\"/>", PROBE),
                Attack.step("a delegate chosen by data", "guard.expression", "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${vip ? probe : probe}\"/>", PROBE),
                Attack.step("another value as case number", "guard.expression", Models.call("step", "t-name", "").replace("#{execution.processBusinessKey}", "${colour}"), Models.call("step", "t-name", "")),
                Attack.step("all variables handed on", "guard.attribute", Models.call("step", "t-name", "<camunda:in variables=\"all\"/>"), Models.call("step", "t-name", "")));
    }

    private static Stream<Attack> floods() {
        String back = "<bpmn:startEvent id=\"begun\"/><bpmn:sequenceFlow id=\"toAgain\" sourceRef=\"begun\" targetRef=\"again\"/><bpmn:exclusiveGateway id=\"again\"/>"
                + "<bpmn:sequenceFlow id=\"toStep\" sourceRef=\"again\" targetRef=\"step\"/>%s<bpmn:sequenceFlow id=\"back\" sourceRef=\"step\" targetRef=\"again\"/>";
        String cycle = "<bpmn:userTask id=\"step\"/><bpmn:boundaryEvent id=\"rung\" attachedToRef=\"step\" cancelActivity=\"false\"><bpmn:timerEventDefinition id=\"timer\"><bpmn:timeCycle>%s</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                + "<bpmn:sequenceFlow id=\"rungOut\" sourceRef=\"rung\" targetRef=\"over\"/><bpmn:endEvent id=\"over\"/>";
        String loop = "<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics id=\"loop\"><bpmn:loopCardinality>%s</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>";
        return Stream.of(
                Attack.process("endless loop", "again", "guard.endless", back.formatted(PROBE), back.formatted(LOOK)),
                Attack.process("endless loop through jobs", "again", "guard.endless", back.formatted(PROBE.replace(" camunda:", " camunda:asyncBefore=\"true\" camunda:")), back.formatted(LOOK)),
                Attack.process("step that follows itself", "step", "guard.endless", Models.line("<bpmn:startEvent id=\"begun\"/>", PROBE + "<bpmn:sequenceFlow id=\"self\" sourceRef=\"step\" targetRef=\"step\"/>"), Models.line("<bpmn:startEvent id=\"begun\"/>", PROBE)),
                Attack.process("ten thousand branches", "line ", "guard.size", branches(10_000), branches(2)),
                Attack.process("twenty-one branches", "fork", "guard.flood", branches(21), branches(3)),
                Attack.process("too many steps", "t-too-many-steps", "guard.flood", branches(20).replace("<bpmn:endEvent id=\"ended\"/>", IntStream.range(0, 200).mapToObj(i -> "<bpmn:endEvent id=\"e" + i + "\"/>").collect(Collectors.joining()) + "<bpmn:endEvent id=\"ended\"/>"), branches(4)),
                Attack.at("timer/timeCycle", "timer every second", "guard.timer", cycle.formatted("R/PT1S"), cycle.formatted("R3/PT1H")),
                Attack.at("timer/timeCycle", "timer every second by data", "guard.timer", cycle.formatted("${colour}"), cycle.formatted("R/PT2M")),
                Attack.at("loop/loopCardinality", "a thousand repetitions", "guard.repetition", loop.formatted("1000"), loop.formatted("3")),
                Attack.at("loop/loopCardinality", "repetitions by a call", "guard.repetition", loop.formatted("${probe.count()}"), loop.formatted("${times}")),
                Attack.at("loop/loopDataInputRef", "repetitions over a list", "guard.element", loop.formatted("1").replace("<bpmn:loopCardinality>1</bpmn:loopCardinality>", "<bpmn:loopDataInputRef>list</bpmn:loopDataInputRef>"), loop.formatted("1")));
    }

    private static Stream<Attack> effects() {
        String issue = "<bpmn:startEvent id=\"begun\"/><bpmn:sequenceFlow id=\"toStep\" sourceRef=\"begun\" targetRef=\"step\"/><bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${issue}\" camunda:asyncBefore=\"%s\"/>"
                + "<bpmn:sequenceFlow id=\"on\" sourceRef=\"step\" targetRef=\"%s\"/>" + WAIT + "<bpmn:sequenceFlow id=\"toEnd\" sourceRef=\"heard\" targetRef=\"ended\"/><bpmn:endEvent id=\"ended\"/>";
        return Stream.of(
                Attack.process("money in somebody else's transaction", "step", "guard.effect", issue.formatted("false", "heard"), issue.formatted("true", "heard")),
                Attack.process("money nobody waits for", "step", "guard.effect", issue.formatted("true", "ended"), issue.formatted("true", "heard")));
    }

    private static Stream<Attack> corners() {
        return Stream.of(
                Attack.step("script as an input", "guard.element", "<bpmn:userTask id=\"step\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>", LOOK),
                Attack.at("when", "condition event", "guard.element", "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:conditionalEventDefinition id=\"when\"><bpmn:condition>${vip}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>", LOOK),
                Attack.step("ad-hoc process", "guard.element", "<bpmn:adHocSubProcess id=\"step\"/>", LOOK),
                Attack.step("message sent by a class", "guard.element", "<bpmn:sendTask id=\"step\" camunda:class=\"dev.afterflow.engine.Canary\"/>", PROBE),
                Attack.step("field injection", "guard.element", "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${probe}\"><bpmn:extensionElements><camunda:field name=\"x\" expression=\"${vip}\"/></bpmn:extensionElements></bpmn:serviceTask>", PROBE),
                Attack.at("a<b", "id with signs", "guard.id", "<bpmn:userTask id=\"step\"/><bpmn:endEvent id=\"a&lt;b\"/>", LOOK));
    }

    private static Attack condition(String name, String text) {
        return Attack.process("condition with " + name, "arrow", "guard.expression", Attack.arrow(Attack.condition(text)), Attack.arrow(Attack.condition("${not empty colour and (amount &gt;= 100 or !vip)}")));
    }

    private static String branches(int count) {
        return "<bpmn:startEvent id=\"begun\"/><bpmn:sequenceFlow id=\"toFork\" sourceRef=\"begun\" targetRef=\"fork\"/><bpmn:parallelGateway id=\"fork\"/>"
                + IntStream.range(0, count).mapToObj(i -> "<bpmn:sequenceFlow id=\"f" + i + "\" sourceRef=\"fork\" targetRef=\"step\"/>").collect(Collectors.joining())
                + LOOK + "<bpmn:sequenceFlow id=\"toEnd\" sourceRef=\"step\" targetRef=\"ended\"/><bpmn:endEvent id=\"ended\"/>";
    }
}
