package dev.afterflow.complaints;

import java.util.List;
import java.util.Map;

/** Form input as this room reads it. */
final class Inputs {

    private Inputs() {
    }

    static String text(Map<String, Object> input, String key) {
        return input.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static String word(Map<String, Object> input, String key) {
        String text = text(input, key);
        return text == null ? "" : text;
    }

    static JdbcComplaints.Said said(Map<String, Object> input, String answer) {
        List<String> files = input.get("evidence") instanceof List<?> ids ? ids.stream().map(Object::toString).toList() : List.of();
        return new JdbcComplaints.Said(answer, text(input, "note"), files);
    }
}
