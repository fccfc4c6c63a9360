package dev.afterflow.engine;

import java.util.Map;

/**
 * A model that must be refused, and its twin that must deploy and run.
 *
 * @param element id of the element the refusal names, or the beginning of its place
 * @param rule rule the refusal names
 * @param facts variables the twin is started with
 */
record Attack(String name, ModelFile bad, String element, String rule, ModelFile good, Map<String, Object> facts) {

    private static final Map<String, Object> FACTS = Map.of("amount", 120L, "vip", true, "colour", "red", "later", "2031-05-01T10:00:00Z",
            "team", "returns-desk", "times", 2L);

    /** Two steps with the id {@code step}, between a start and an end. */
    static Attack step(String name, String rule, String bad, String good) {
        return at("step", name, rule, bad, good);
    }

    static Attack at(String element, String name, String rule, String bad, String good) {
        return of(name, Models.around(slug(name), bad), element, rule, Models.around(slug(name), good));
    }

    /** Two whole processes. */
    static Attack process(String name, String element, String rule, String bad, String good) {
        return of(name, Models.process(slug(name), bad), element, rule, Models.process(slug(name), good));
    }

    static Attack of(String name, ModelFile bad, String element, String rule, ModelFile good) {
        return new Attack(name, bad, element, rule, good, FACTS);
    }

    static String slug(String name) {
        return "t-" + name.toLowerCase().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Start to {@code step} to end, with a condition on the arrow and the default arrow beside it. */
    static String arrow(String condition) {
        return """
                <bpmn:startEvent id="begun"/>
                <bpmn:sequenceFlow id="toAsk" sourceRef="begun" targetRef="ask"/>
                <bpmn:exclusiveGateway id="ask" default="other"/>
                <bpmn:sequenceFlow id="arrow" sourceRef="ask" targetRef="step">%s</bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="other" sourceRef="ask" targetRef="ended"/>
                <bpmn:userTask id="step"/>
                <bpmn:sequenceFlow id="toEnd" sourceRef="step" targetRef="ended"/>
                <bpmn:endEvent id="ended"/>
                """.formatted(condition);
    }

    static String condition(String text) {
        return "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + text + "</bpmn:conditionExpression>";
    }

    @Override
    public String toString() {
        return name;
    }
}
