package dev.afterflow.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks a submission against its form as the browser should have done: nothing the form does not declare passes, and
 * fields that are hidden for these values fall out.
 */
final class FormCheck {

    private static final int MOST_ROWS = 200;

    private final Map<String, Object> prefill;
    private final Instant now;
    private final List<FormFault> faults = new ArrayList<>();
    private final List<Checked.Attached> attached = new ArrayList<>();

    private FormCheck(Map<String, Object> prefill, Instant now) {
        this.prefill = prefill;
        this.now = now;
    }

    /**
     * @param prefill what the form was opened with: values of read-only fields and of lists
     * @param given   the submission as plain values ({@link Plain})
     */
    static Checked check(List<FormPart> form, Map<String, Object> prefill, Map<String, Object> given, Instant now) {
        FormCheck check = new FormCheck(prefill, now);
        Map<String, Object> values = merged(prefill, given);
        Map<String, Object> input = check.level(form, given, prefill, values, "");
        return new Checked(input, List.copyOf(check.faults), List.copyOf(check.attached));
    }

    private Map<String, Object> level(List<FormPart> parts, Map<String, Object> given, Map<String, Object> shown,
            Map<String, Object> values, String place) {
        Map<String, List<FormPart>> visible = new LinkedHashMap<>();
        spread(parts, values, false, visible);
        given.keySet().stream().filter(key -> !visible.containsKey(key))
                .forEach(key -> faults.add(new FormFault(place + key, "unknown", null, null)));
        Map<String, Object> input = new LinkedHashMap<>();
        visible.forEach((name, bound) -> {
            Object value = bound.isEmpty() ? null : bound(bound, name, given, shown, values, place);
            if (value != null) {
                input.put(name, value);
            }
        });
        return input;
    }

    /** All names of a level with their visible parts; a hidden name stays known, with no part. */
    private static void spread(List<FormPart> parts, Map<String, Object> values, boolean hidden,
            Map<String, List<FormPart>> visible) {
        for (FormPart part : parts) {
            boolean gone = hidden || part.hidden(values);
            if (part.isFrame()) {
                spread(part.parts(), values, gone, visible);
            } else if (part.holdsValues()) {
                List<FormPart> bound = visible.computeIfAbsent(part.name(), name -> new ArrayList<>());
                if (!gone) {
                    bound.add(part);
                }
            }
        }
    }

    private Object bound(List<FormPart> bound, String name, Map<String, Object> given, Map<String, Object> shown,
            Map<String, Object> values, String place) {
        FormPart part = bound.get(0);
        Object value = given.get(name);
        if (part.isField()) {
            return field(part, value, given.containsKey(name), shown.get(name), values, place + name);
        }
        List<FormPart> inner = bound.stream().flatMap(group -> group.parts().stream()).toList();
        return part.isRepeated() ? rows(part, inner, value, shown.get(name), values, place + name)
                : group(inner, value, shown.get(name), values, place + name);
    }

    private Object field(FormPart part, Object value, boolean present, Object shown, Map<String, Object> values,
            String place) {
        if (part.readOnly(values)) {
            if (present && !same(value, shown)) {
                faults.add(new FormFault(place, "readonly", null, part));
            }
            return null;
        }
        Broken broken = new FieldCheck(values, now).check(part, value);
        if (broken != null) {
            faults.add(new FormFault(place, broken.rule(), broken.limit(), part));
        } else if (part.type().equals("evidence") && value instanceof List<?> ids) {
            attached.add(new Checked.Attached(place, part, ids.stream().map(Object::toString).toList()));
        }
        return part.type().equals("number") && value != null ? Plain.numberOf(value) : value;
    }

    private Object group(List<FormPart> inner, Object value, Object shown, Map<String, Object> values, String place) {
        if (value != null && !(value instanceof Map)) {
            faults.add(new FormFault(place, "type", null, null));
            return null;
        }
        return level(inner, map(value), map(shown), values, place + ".");
    }

    private Object rows(FormPart part, List<FormPart> inner, Object value, Object shown, Map<String, Object> values,
            String place) {
        List<?> rows = value instanceof List<?> list ? list : List.of();
        if (value != null && !(value instanceof List) || rows.stream().anyMatch(row -> !(row instanceof Map))) {
            faults.add(new FormFault(place, "type", null, part));
            return null;
        }
        if (rows.size() > MOST_ROWS) {
            faults.add(new FormFault(place, "count", Integer.toString(MOST_ROWS), part));
            return null;
        }
        List<Object> checked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = map(rows.get(i));
            Object before = shown instanceof List<?> old && i < old.size() ? old.get(i) : null;
            checked.add(level(inner, row, map(before), merged(values, row), place + "[" + i + "]."));
        }
        return checked;
    }

    private static boolean same(Object value, Object shown) {
        Object left = value instanceof Number ? Plain.numberOf(value) : value;
        Object right = shown instanceof Number ? Plain.numberOf(shown) : shown;
        return Objects.equals(left, right) || FieldCheck.isEmpty(left) && (FieldCheck.isEmpty(right) || Boolean.FALSE.equals(right));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new HashMap<>(below);
        merged.putAll(above);
        return merged;
    }
}
