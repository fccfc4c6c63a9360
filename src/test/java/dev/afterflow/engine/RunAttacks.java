package dev.afterflow.engine;

import static dev.afterflow.engine.Canary.CALL;

import java.util.stream.Stream;

/** What reliability work measured on a stock engine: places of a process in which a text, a class or a script ran. */
final class RunAttacks {

    private static final String EVIL = "${" + CALL + "}";
    private static final String PROBE = "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${probe}\"/>";
    private static final String LOOK = "<bpmn:userTask id=\"step\"/>";

    private RunAttacks() {
    }

    /** Ran while the file was deployed. */
    static Stream<Attack> atDeployment() {
        return Stream.of(
                start("timer start event expression", "guard.expression", "<bpmn:timerEventDefinition id=\"timer\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + EVIL + "</bpmn:timeDate></bpmn:timerEventDefinition>"),
                Attack.of("signal start event name", Models.withSignal("t-signal-start-event-name", EVIL), "signal", "guard.expression", Models.awaitingSignal("t-signal-start-event-name", "engine.rang")),
                Attack.process("form handler of a start event", "begun", "guard.attribute", Models.line("<bpmn:startEvent id=\"begun\" camunda:formHandlerClass=\"dev.afterflow.engine.Canary\"/>", LOOK), Models.line("<bpmn:startEvent id=\"begun\"/>", LOOK)),
                Attack.step("form handler of a user task", "guard.attribute", "<bpmn:userTask id=\"step\" camunda:formHandlerClass=\"dev.afterflow.engine.Canary\"/>", LOOK),
                Attack.of("remote schema", ModelFile.of("processes/engine/t-remote-schema.bpmn", Models.around("t-remote-schema", LOOK).text().replace("id=\"definitions\"",
                        "id=\"definitions\" xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL " + Canary.URL + "/BPMN20.xsd\"")), "definitions", "guard.attribute", Models.around("t-remote-schema", LOOK)));
    }

    /** Expressions that ran when an instance came by. */
    static Stream<Attack> expressions() {
        return Stream.concat(Stream.of(
                Attack.process("condition", "arrow", "guard.expression", Attack.arrow(Attack.condition("${" + CALL + " == null}")), Attack.arrow(Attack.condition("${amount > 100 and vip}"))),
                Attack.process("condition in another language", "arrow", "guard.attribute", Attack.arrow("<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"juel\">" + EVIL + "</bpmn:conditionExpression>"), Attack.arrow(Attack.condition("${colour == 'red'}"))),
                Attack.step("service task expression", "guard.attribute", "<bpmn:serviceTask id=\"step\" camunda:expression=\"" + EVIL + "\"/>", PROBE),
                Attack.step("delegate expression", "guard.expression", "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"" + EVIL + "\"/>", PROBE),
                task("assignee", "guard.attribute", ""), task("candidateUsers", "guard.attribute", ""),
                task("candidateGroups", "guard.expression", "${team}"), task("dueDate", "guard.expression", "${later}"),
                task("followUpDate", "guard.expression", "${later}"), task("priority", "guard.expression", "50"),
                Attack.step("name", "guard.expression", "<bpmn:userTask id=\"step\" name=\"" + EVIL + "\"/>", "<bpmn:userTask id=\"step\" name=\"看一看\"/>"),
                Attack.step("documentation", "guard.expression", "<bpmn:userTask id=\"step\"><bpmn:documentation>" + EVIL + "</bpmn:documentation></bpmn:userTask>", "<bpmn:userTask id=\"step\"><bpmn:documentation>看 / Look</bpmn:documentation></bpmn:userTask>"),
                inside("execution listener expression", "guard.element", "<camunda:executionListener event=\"start\" expression=\"" + EVIL + "\"/>"),
                inside("task listener expression", "guard.element", "<camunda:taskListener event=\"create\" expression=\"" + EVIL + "\"/>"),
                Attack.step("input parameter", "guard.expression", extended("<camunda:inputOutput><camunda:inputParameter name=\"x\">" + EVIL + "</camunda:inputParameter></camunda:inputOutput>"),
                        extended("<camunda:inputOutput><camunda:inputParameter name=\"x\">${colour}</camunda:inputParameter></camunda:inputOutput>")),
                repeated("multi-instance collection", "guard.attribute", "<bpmn:multiInstanceLoopCharacteristics id=\"loop\" camunda:collection=\"" + EVIL + "\" camunda:elementVariable=\"x\"/>"),
                repeated("multi-instance completion", "guard.expression", "<bpmn:multiInstanceLoopCharacteristics id=\"loop\"><bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>${" + CALL + " == null}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>")),
                Stream.of(
                Attack.step("called element", "guard.expression", Models.call("step", EVIL, ""), LOOK),
                Attack.step("value handed to a called process", "guard.attribute", Models.call("step", "t-name", "<camunda:in sourceExpression=\"" + EVIL + "\" target=\"x\"/>"), Models.call("step", "t-name", "<camunda:in source=\"colour\" target=\"colour\"/>")),
                timer("timer", "guard.expression", EVIL),
                Attack.step("retry cycle", "guard.timer", extended("<camunda:failedJobRetryTimeCycle>" + EVIL + "</camunda:failedJobRetryTimeCycle>"), extended("<camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle>")),
                Attack.step("retry cycle from a variable", "guard.timer", extended("<camunda:failedJobRetryTimeCycle>${cycle}</camunda:failedJobRetryTimeCycle>"), extended("<camunda:failedJobRetryTimeCycle>PT10S</camunda:failedJobRetryTimeCycle>")),
                Attack.step("job priority", "guard.expression", "<bpmn:userTask id=\"step\" camunda:asyncBefore=\"true\" camunda:jobPriority=\"" + EVIL + "\"/>", "<bpmn:userTask id=\"step\" camunda:asyncBefore=\"true\" camunda:jobPriority=\"5\"/>"),
                Attack.step("decision reference", "guard.expression", Models.ruleTask(EVIL), Models.ruleTask("t-mood")),
                Attack.step("external task topic", "guard.attribute", "<bpmn:serviceTask id=\"step\" camunda:type=\"external\" camunda:topic=\"" + EVIL + "\"/>", PROBE),
                inside("form field default", "guard.element", "<camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\"" + EVIL + "\"/></camunda:formData>"),
                Attack.of("case model", ModelFile.of("processes/engine/evil.cmmn", "<definitions/>"), "processes/engine/evil.cmmn", "guard.file", Models.around("t-case-model", LOOK))));
    }

    /** Classes, commands and scripts. */
    static Stream<Attack> code() {
        String listener = "<camunda:%s event=\"%s\" class=\"dev.afterflow.engine.Canary\"/>";
        return Stream.of(
                Attack.step("class", "guard.attribute", "<bpmn:serviceTask id=\"step\" camunda:class=\"dev.afterflow.engine.Canary\"/>", PROBE),
                inside("execution listener class", "guard.element", listener.formatted("executionListener", "start")),
                inside("task listener class", "guard.element", listener.formatted("taskListener", "create")),
                Attack.step("variable mapping class", "guard.attribute", Models.call("step", "t-name", "").replace("<bpmn:callActivity ", "<bpmn:callActivity camunda:variableMappingClass=\"dev.afterflow.engine.Canary\" "), Models.call("step", "t-name", "")),
                Attack.step("variable mapping delegate", "guard.attribute", Models.call("step", "t-name", "").replace("<bpmn:callActivity ", "<bpmn:callActivity camunda:variableMappingDelegateExpression=\"" + EVIL + "\" "), Models.call("step", "t-name", "")),
                Attack.step("shell", "guard.attribute", "<bpmn:serviceTask id=\"step\" camunda:type=\"shell\"><bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"touch\"/><camunda:field name=\"arg1\" stringValue=\"" + Canary.FILE + "\"/></bpmn:extensionElements></bpmn:serviceTask>", PROBE),
                Attack.step("mail", "guard.attribute", "<bpmn:serviceTask id=\"step\" camunda:type=\"mail\"/>", PROBE),
                script("juel", EVIL), script("groovy", "dev.afterflow.engine.Canary.sing()"), script("javascript", "Java.type('dev.afterflow.engine.Canary').sing()"),
                inside("connector", "guard.element", "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                Attack.of("import", ModelFile.of("processes/engine/t-import.bpmn", Models.around("t-import", LOOK).text().replace("<bpmn:process", "<bpmn:import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"" + Canary.URL + "\" namespace=\"n\"/><bpmn:process")), "definitions/import", "guard.element", Models.around("t-import", LOOK)),
                Attack.of("message start name", Models.withMessage("t-message-start-name", EVIL), "message", "guard.expression", Models.awaitingMessage("t-message-start-name", "engine.written")));
    }

    private static Attack task(String attribute, String rule, String fine) {
        String good = fine.isEmpty() ? LOOK : "<bpmn:userTask id=\"step\" camunda:" + attribute + "=\"" + fine + "\"/>";
        return Attack.step("user task " + attribute, rule, "<bpmn:userTask id=\"step\" camunda:" + attribute + "=\"" + EVIL + "\"/>", good);
    }

    private static String extended(String extension) {
        return "<bpmn:userTask id=\"step\"><bpmn:extensionElements>" + extension + "</bpmn:extensionElements></bpmn:userTask>";
    }

    private static Attack inside(String name, String rule, String extension) {
        return Attack.step(name, rule, extended(extension), extended("<camunda:properties><camunda:property name=\"label.en\" value=\"Look\"/></camunda:properties>"));
    }

    private static Attack repeated(String name, String rule, String loop) {
        return Attack.at(rule.equals("guard.attribute") ? "loop" : "loop/completionCondition", name, rule, "<bpmn:userTask id=\"step\">" + loop + "</bpmn:userTask>",
                "<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics id=\"loop\"><bpmn:loopCardinality>${times}</bpmn:loopCardinality><bpmn:completionCondition>${vip == false}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>");
    }

    private static Attack timer(String name, String rule, String evil) {
        String event = "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition id=\"timer\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        return Attack.at("timer/timeDuration", name, rule, event.formatted(evil), event.formatted("PT1H"));
    }

    private static Attack script(String language, String text) {
        return Attack.step("script task in " + language, "guard.element", "<bpmn:scriptTask id=\"step\" scriptFormat=\"" + language + "\"><bpmn:script>" + text + "</bpmn:script></bpmn:scriptTask>", PROBE);
    }

    private static Attack start(String name, String rule, String trigger) {
        return Attack.process(name, "timer/timeDate", rule, Models.line("<bpmn:startEvent id=\"begun\">" + trigger + "</bpmn:startEvent>", LOOK), Models.line("<bpmn:startEvent id=\"begun\"/>", LOOK));
    }
}
