package dev.afterflow.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses forms that could run, load or show anything of their own: only plain fields, plain texts, listed patterns. */
class FormGuard {

    private static final int MOST_BYTES = 200 * 1024;
    private static final Set<String> COMPONENTS = Set.of("evidence", "textfield", "textarea", "number", "checkbox", "radio", "select",
            "checklist", "taglist", "datetime", "group", "dynamiclist", "separator", "spacer", "table", "text");
    private static final Set<String> ROOT_KEYS = Set.of("components", "type", "id", "schemaVersion", "exporter", "executionPlatform",
            "executionPlatformVersion", "versionTag", "properties");
    private static final Set<String> KEYS = Set.of("type", "id", "key", "label", "description", "values", "valuesKey", "defaultValue",
            "validate", "conditional", "disabled", "readonly", "properties", "layout", "appearance", "text", "dateLabel", "timeLabel",
            "subtype", "use24h", "disallowPassedDates", "timeInterval", "timeSerializingFormat", "decimalDigits", "increment",
            "serializeToString", "searchable", "components", "path", "showOutline", "verticalAlignment", "isRepeating",
            "allowAddRemove", "defaultRepetitions", "nonCollapsedItems", "disableCollapse", "columns", "columnsExpression", "rowCount",
            "dataSource", "height", "accept", "multiple", "min", "max");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][A-Za-z0-9_]{0,63}");
    private static final Set<String> NOT_NAMES = Set.of("constructor", "prototype", "hasOwnProperty", "toString", "valueOf");
    private static final Pattern LIVELY = Pattern.compile("<\\s*[A-Za-z/!]|\\{\\{|\\{%|!\\[|\\]\\s*\\(|(?i:javascript|vbscript|https?|file)\\s*:|(?i:data)\\s*:\\s*[a-z]+/");

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).maxNumberLength(100).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build();
    private final FeelGrammar feel = new FeelGrammar();

    /** Null if the form cannot be read. */
    JsonNode read(ModelFile file, List<Finding> findings) {
        if (file.content().length > MOST_BYTES) {
            refuse(findings, file, file.id(), "guard.size", "A form has at most 200 KB");
            return null;
        }
        try {
            JsonNode form = json.readTree(file.content());
            if (form.isObject() && form.path("components").isArray()) {
                return form;
            }
            refuse(findings, file, file.id(), "guard.form", "A form is an object with a list of components");
        } catch (JacksonException e) {
            refuse(findings, file, file.id(), "guard.form", "Not readable: " + e.getOriginalMessage());
        }
        return null;
    }

    void check(ModelFile file, JsonNode form, List<Finding> findings) {
        form.propertyNames().stream().filter(name -> !ROOT_KEYS.contains(name))
                .forEach(name -> refuse(findings, file, file.id(), "guard.formKey", "'" + name + "' may not stand in a form"));
        form.path("components").forEach(component -> component(file, component, findings, new HashSet<>()));
    }

    private void component(ModelFile file, JsonNode component, List<Finding> findings, Set<String> above) {
        String type = component.path("type").asString("");
        String place = component.path("id").asString(component.path("key").asString(type));
        if (!COMPONENTS.contains(type)) {
            refuse(findings, file, place, "guard.component", "A component '" + type + "' may not stand in a form");
        }
        for (Map.Entry<String, JsonNode> entry : component.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                refuse(findings, file, place, "guard.formKey", "'" + entry.getKey() + "' may not stand at a component");
            }
            if (!entry.getKey().equals("components")) {
                values(file, place, entry.getKey(), entry.getValue(), findings);
            }
        }
        for (String key : List.of("id", "key", "path")) {
            String name = component.path(key).asString("");
            if (component.has(key) && !(key.equals("path") && name.isEmpty()) && (!NAME.matcher(name).matches() || NOT_NAMES.contains(name))) {
                refuse(findings, file, place, "guard.formName", "A " + key + " is a plain word, not '" + name + "'");
            }
        }
        component.path("components").forEach(child -> component(file, child, findings, above));
    }

    private void values(ModelFile file, String place, String key, JsonNode value, List<Finding> findings) {
        if (value.isContainer()) {
            value.properties().forEach(entry -> values(file, place, entry.getKey(), entry.getValue(), findings));
            value.values().stream().filter(each -> value.isArray()).forEach(each -> values(file, place, key, each, findings));
        } else if (value.isString()) {
            text(file, place, key, value.asString(), findings);
        }
    }

    private void text(ModelFile file, String place, String key, String text, List<Finding> findings) {
        if (key.equals("pattern")) {
            if (TextPattern.listed(text).isEmpty()) {
                refuse(findings, file, place, "guard.pattern", "The pattern is not on the list: " + TextPattern.list());
            }
        } else if (LIVELY.matcher(text).find() || SafeGrammar.hasExpression(text)) {
            refuse(findings, file, place, "guard.formText", key + " is plain text: no tags, templates, links or pictures");
        } else if (text.strip().startsWith("=")) {
            feel.wrong(text.strip().substring(1)).ifPresent(wrong -> refuse(findings, file, place, "guard.feel", key + ": " + wrong));
        }
    }

    private static void refuse(List<Finding> findings, ModelFile file, String place, String rule, String text) {
        findings.add(Finding.refusal(file.name(), place, rule, text));
    }
}
