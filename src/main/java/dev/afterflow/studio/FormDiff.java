package dev.afterflow.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two versions of a form, field by field. */
final class FormDiff {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Said> FACETS = Map.ofEntries(
            Map.entry("label", new Said("标签", "label")), Map.entry("properties.label.en", new Said("英文标签", "English label")), Map.entry("type", new Said("类型", "type")),
            Map.entry("key", new Said("变量", "key")), Map.entry("validate.required", new Said("必填", "required")), Map.entry("disabled", new Said("只读", "read only")),
            Map.entry("readonly", new Said("只读", "read only")), Map.entry("description", new Said("提示", "help")), Map.entry("properties.description.en", new Said("英文提示", "English help")),
            Map.entry("text", new Said("文字", "text")), Map.entry("properties.text.en", new Said("英文文字", "English text")), Map.entry("properties.values.en", new Said("英文选项", "English choices")),
            Map.entry("validate.maxLength", new Said("最长", "longest")), Map.entry("validate.minLength", new Said("最短", "shortest")), Map.entry("validate.min", new Said("最小值", "least")),
            Map.entry("validate.max", new Said("最大值", "most")), Map.entry("conditional.hide", new Said("隐藏条件", "hidden when")), Map.entry("layout.row", new Said("所在行", "row")),
            Map.entry("layout.columns", new Said("宽度", "width")), Map.entry("group", new Said("所在组", "group")));

    private FormDiff() {
    }

    static List<Change> of(byte[] before, byte[] after) {
        Map<String, Map<String, String>> old = fields(before);
        Map<String, Map<String, String>> now = fields(after);
        List<Change> changes = new ArrayList<>();
        old.forEach((id, field) -> {
            if (!now.containsKey(id)) {
                changes.add(Change.removed(id, "删去" + said(id, field).zh(), "removed " + said(id, field).en()));
            }
        });
        Set<String> stayed = Order.stayed(List.copyOf(old.keySet()), List.copyOf(now.keySet()));
        now.forEach((id, field) -> {
            Said what = said(id, field);
            if (!old.containsKey(id)) {
                String required = field.containsKey("validate.required") ? field.get("validate.required") : "false";
                changes.add(Change.added(id, "新增" + what.zh() + (required.equals("true") ? "，必填" : ""), "added " + what.en() + (required.equals("true") ? ", required" : "")));
            } else {
                if (!stayed.contains(id)) {
                    changes.add(Change.changed(id, what.zh() + "：换了位置", what.en() + ": moved to another place"));
                }
                changes.addAll(Facets.compare(id, what, old.get(id), field, path -> FACETS.getOrDefault(path, new Said(path, path)), (path, value) -> new Said(value, value)));
            }
        });
        return changes;
    }

    /** The form itself stands under an empty id. */
    private static Map<String, Map<String, String>> fields(byte[] content) {
        JsonNode form = JSON.readTree(content);
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        fields.put("", flat(form));
        components(form, "", fields);
        return fields;
    }

    private static void components(JsonNode parent, String above, Map<String, Map<String, String>> fields) {
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asString(component.path("key").asString(component.path("type").asString("")));
            Map<String, String> flat = flat(component);
            flat.put("group", above);
            fields.put(id, flat);
            components(component, id, fields);
        }
    }

    private static Map<String, String> flat(JsonNode node) {
        Map<String, String> flat = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getKey().equals("components") && !entry.getKey().equals("id")) {
                flatten(entry.getKey(), entry.getValue(), flat);
            }
        });
        return flat;
    }

    private static void flatten(String path, JsonNode value, Map<String, String> flat) {
        if (value.isObject()) {
            value.properties().forEach(entry -> flatten(path + "." + entry.getKey(), entry.getValue(), flat));
        } else if (value.isArray()) {
            flat.put(path, JSON.writeValueAsString(value));
        } else {
            flat.put(path, value.isNull() ? "" : value.asString());
        }
    }

    private static Said said(String id, Map<String, String> field) {
        if (id.isEmpty()) {
            return new Said("表单", "form");
        }
        String zh = field.getOrDefault("label", field.getOrDefault("text", field.getOrDefault("key", id)));
        String en = field.getOrDefault("properties.label.en", field.getOrDefault("properties.text.en", zh));
        return new Said("字段「" + Facets.cut(zh) + "」", "field “" + Facets.cut(en) + "”");
    }
}
