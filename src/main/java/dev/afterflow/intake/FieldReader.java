package dev.afterflow.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One object of a row: which of its fields were asked for, and what was wrong with them. */
abstract class FieldReader {

    final JsonNode node;
    final String path;
    final Faults faults;
    private final Set<String> known = new HashSet<>();
    private final List<FieldReader> inner = new ArrayList<>();

    FieldReader(JsonNode node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    /** Everything that is wrong so far, fields nobody read included. */
    public final List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults.all());
        strangers(all);
        return all;
    }

    final <T extends FieldReader> T with(T member) {
        inner.add(member);
        return member;
    }

    final String textOf(String field, JsonNode value, int max) {
        if (!value.isString()) {
            faults.type(at(field), "文字", "a text");
            return null;
        }
        String text = value.stringValue();
        if (text.codePointCount(0, text.length()) > max) {
            faults.tooLong(at(field), max);
            return null;
        }
        if (Faults.unstorable(text)) {
            faults.characters(at(field));
            return null;
        }
        return text;
    }

    final boolean required(String field) {
        JsonNode value = present(field);
        boolean blank = value == null || value.isString() && value.stringValue().isBlank();
        if (blank) {
            faults.required(at(field));
        }
        return !blank;
    }

    final JsonNode present(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    final List<JsonNode> members(String field, int max) {
        JsonNode value = present(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            faults.type(at(field), "列表", "a list");
            return List.of();
        }
        if (value.size() > max) {
            faults.tooMany(at(field), max);
            return List.of();
        }
        return value.valueStream().toList();
    }

    final String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private void strangers(List<Fault> all) {
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                all.add(Faults.unknown(at(Faults.shown(entry.getKey())), known));
            }
        }
        inner.forEach(fields -> fields.strangers(all));
    }
}
