package dev.afterflow.engine;

/** Small models for tests, whole and lawful, to be bent by a test. */
final class Models {

    private Models() {
    }

    static final String BPMN_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://afterflow.dev">
            """;

    /** A process around the given elements. */
    static ModelFile process(String id, String body) {
        return ModelFile.of("processes/engine/" + id + ".bpmn", BPMN_HEAD + """
              <bpmn:process id="%s" name="试验" isExecutable="true" camunda:historyTimeToLive="P1D">
            %s
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(id, body));
    }

    /** Start, the given step with id {@code step}, end. */
    static ModelFile around(String id, String step) {
        return process(id, """
                <bpmn:startEvent id="begun"/>
                <bpmn:sequenceFlow id="toStep" sourceRef="begun" targetRef="step"/>
                %s
                <bpmn:sequenceFlow id="toEnd" sourceRef="step" targetRef="ended"/>
                <bpmn:endEvent id="ended"/>
                """.formatted(step));
    }

    /** A table with one text input {@code colour} and one text output {@code answer}; rules as XML. */
    static ModelFile table(String id, String hitPolicy, String rules) {
        return ModelFile.of("processes/engine/" + id + ".dmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" \
                id="definitions" name="试验" namespace="http://afterflow.dev">
                  <decision id="%s" name="试验 / Trial" camunda:historyTimeToLive="P1D">
                    <decisionTable id="table" hitPolicy="%s">
                      <input id="colourIn" label="颜色 / Colour"><inputExpression id="colourExpression" typeRef="string"><text>colour</text></inputExpression></input>
                      <output id="answerOut" label="答案 / Answer" name="answer" typeRef="string"/>
                %s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(id, hitPolicy, rules));
    }

    static String row(String id, String colour, String answer) {
        return """
                <rule id="%s"><description>%s 行 / row %s</description>\
                <inputEntry id="%s-in"><text>%s</text></inputEntry>\
                <outputEntry id="%s-out"><text>"%s"</text></outputEntry></rule>
                """.formatted(id, id, id, id, colour, id, answer);
    }

    /** The given start, the given step with id {@code step}, end. */
    static String line(String start, String step) {
        return """
                %s
                <bpmn:sequenceFlow id="toStep" sourceRef="begun" targetRef="step"/>
                %s
                <bpmn:sequenceFlow id="toEnd" sourceRef="step" targetRef="ended"/>
                <bpmn:endEvent id="ended"/>
                """.formatted(start, step);
    }

    /** Started by a signal of that name. */
    static ModelFile withSignal(String id, String name) {
        return declaring(id, "<bpmn:signal id=\"signal\" name=\"" + name + "\"/>",
                "<bpmn:startEvent id=\"begun\"><bpmn:signalEventDefinition id=\"bySignal\" signalRef=\"signal\"/></bpmn:startEvent>", "<bpmn:userTask id=\"step\"/>");
    }

    static ModelFile withMessage(String id, String name) {
        return declaring(id, "<bpmn:message id=\"message\" name=\"" + name + "\"/>",
                "<bpmn:startEvent id=\"begun\"><bpmn:messageEventDefinition id=\"byMessage\" messageRef=\"message\"/></bpmn:startEvent>", "<bpmn:userTask id=\"step\"/>");
    }

    /** Waits at {@code step} for a signal of that name. */
    static ModelFile awaitingSignal(String id, String name) {
        return declaring(id, "<bpmn:signal id=\"signal\" name=\"" + name + "\"/>", "<bpmn:startEvent id=\"begun\"/>",
                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:signalEventDefinition id=\"bySignal\" signalRef=\"signal\"/></bpmn:intermediateCatchEvent>");
    }

    static ModelFile awaitingMessage(String id, String name) {
        return declaring(id, "<bpmn:message id=\"message\" name=\"" + name + "\"/>", "<bpmn:startEvent id=\"begun\"/>",
                "<bpmn:receiveTask id=\"step\" messageRef=\"message\"/>");
    }

    private static ModelFile declaring(String id, String declaration, String start, String step) {
        ModelFile file = process(id, line(start, step));
        return ModelFile.of(file.name(), file.text().replace("</bpmn:definitions>", declaration + "</bpmn:definitions>"));
    }

    static String call(String id, String called, String more) {
        return "<bpmn:callActivity id=\"%s\" calledElement=\"%s\"><bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\"/>%s</bpmn:extensionElements></bpmn:callActivity>"
                .formatted(id, called, more);
    }

    static String ruleTask(String decision) {
        return "<bpmn:businessRuleTask id=\"step\" camunda:decisionRef=\"" + decision + "\" camunda:resultVariable=\"answer\" camunda:mapDecisionResult=\"singleEntry\"/>";
    }
}
