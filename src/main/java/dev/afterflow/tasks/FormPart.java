package dev.afterflow.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One component of a Camunda form: a field with a key, a group, a repeated list, or something that is only shown. */
record FormPart(String type, String name, JsonNode node, List<FormPart> parts) {

    private static final Set<String> FIELDS = Set.of("evidence", "textfield", "textarea", "number", "checkbox", "radio",
            "select", "checklist", "taglist", "datetime");

    static List<FormPart> of(JsonNode components) {
        List<FormPart> parts = new ArrayList<>();
        components.forEach(node -> {
            String type = node.path("type").asString("");
            String name = node.path(FIELDS.contains(type) ? "key" : "path").asString("");
            parts.add(new FormPart(type, name, node, of(node.path("components"))));
        });
        return parts;
    }

    boolean isField() {
        return FIELDS.contains(type) && !name.isEmpty();
    }

    boolean isRepeated() {
        return type.equals("dynamiclist");
    }

    /** A group that only frames its fields; one with a path nests their values. */
    boolean isFrame() {
        return type.equals("group") && name.isEmpty();
    }

    boolean holdsValues() {
        return isField() || (isRepeated() || type.equals("group")) && !name.isEmpty();
    }

    boolean hidden(Map<String, Object> values) {
        String hide = node.path("conditional").path("hide").asString("");
        return Feel.isExpression(hide) && Feel.holds(hide, values);
    }

    boolean readOnly(Map<String, Object> values) {
        return flag(node.path("disabled"), values) || flag(node.path("readonly"), values);
    }

    boolean required(Map<String, Object> values) {
        return flag(node.path("validate").path("required"), values);
    }

    /** Whether an owner marked the field's value as an answer, which becomes a process variable. */
    boolean isAnswer() {
        return node.path("properties").path("answer").asString("").equals("true") || node.path("answer").asBoolean(false);
    }

    String label(String language) {
        String chinese = node.path("label").asString(name);
        return language.startsWith("zh") ? chinese : node.path("properties").path("label.en").asString(chinese);
    }

    /** A limit of the field, written as a number, as text or as an expression; null when there is none. */
    Number limit(String rule, Map<String, Object> values) {
        Object limit = Plain.of(node.path("validate").path(rule));
        return limit instanceof String text && Feel.isExpression(text)
                ? Plain.numberOf(Feel.value(text, values)) : Plain.numberOf(limit);
    }

    private static boolean flag(JsonNode node, Map<String, Object> values) {
        return node.isBoolean() ? node.booleanValue()
                : Feel.isExpression(node.asString("")) && Feel.holds(node.asString(), values);
    }
}
