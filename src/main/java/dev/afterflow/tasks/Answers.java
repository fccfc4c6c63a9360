package dev.afterflow.tasks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which values of a submission become process variables, where no workshop decides it: those of fields marked as answers. */
final class Answers {

    private Answers() {
    }

    /**
     * @param zone of the shop, for dates that name none
     */
    static Map<String, Object> marked(List<FormPart> form, Map<String, Object> input, ZoneId zone) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FormPart part : form) {
            if (part.isFrame()) {
                answers.putAll(marked(part.parts(), input, zone));
            } else if (part.isField() && part.isAnswer() && input.containsKey(part.name())) {
                answers.put(part.name(), variable(part, input.get(part.name()), zone));
            }
        }
        return answers;
    }

    /** Refuses what the engine must not hold: anything but text, whole numbers, truth values and dates. */
    static Map<String, Object> plain(String task, Map<String, Object> answers) {
        answers.forEach((name, value) -> {
            boolean plain = value == null || value instanceof String || value instanceof Long || value instanceof Boolean
                    || value instanceof Date;
            if (!plain) {
                throw new IllegalStateException("Task " + task + " answers '" + name + "' with a " + value.getClass());
            }
        });
        return answers;
    }

    private static Object variable(FormPart part, Object value, ZoneId zone) {
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(","));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return part.type().equals("datetime") ? date(part.node().path("subtype").asString("date"), (String) value, zone) : value;
    }

    private static Object date(String subtype, String text, ZoneId zone) {
        if (subtype.equals("time")) {
            return text;
        }
        if (subtype.equals("date")) {
            return Date.from(LocalDate.parse(text).atStartOfDay(zone).toInstant());
        }
        boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$");
        return Date.from(zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).atZone(zone).toInstant());
    }
}
