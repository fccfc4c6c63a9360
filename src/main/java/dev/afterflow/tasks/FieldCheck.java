package dev.afterflow.tasks;

import dev.afterflow.engine.TextPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Checks one given value against the rules of its field; an answer of null means it keeps them all. */
final class FieldCheck {

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_CHOICES = 200;
    private static final int MOST_FILES = 20;

    private final Map<String, Object> values;
    private final Instant now;

    FieldCheck(Map<String, Object> values, Instant now) {
        this.values = values;
        this.now = now;
    }

    Broken check(FormPart field, Object value) {
        if (isEmpty(value) || field.type().equals("checkbox") && Boolean.FALSE.equals(value)) {
            return field.required(values) ? Broken.rule("required") : null;
        }
        return switch (field.type()) {
            case "textfield" -> text(field, value, LONGEST_LINE);
            case "textarea" -> text(field, value, LONGEST_TEXT);
            case "number" -> number(field, value);
            case "checkbox" -> value instanceof Boolean ? null : Broken.rule("type");
            case "radio", "select" -> offered(field).contains(value) ? null : Broken.rule("values");
            case "checklist", "taglist" -> choices(field, value);
            case "datetime" -> time(field, value);
            case "evidence" -> files(value);
            default -> Broken.rule("unknown");
        };
    }

    static boolean isEmpty(Object value) {
        return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
    }

    private Broken text(FormPart field, Object value, int longest) {
        if (!(value instanceof String text) || text.chars().anyMatch(FieldCheck::isControl)) {
            return Broken.rule("type");
        }
        int length = text.codePointCount(0, text.length());
        Number least = field.limit("minLength", values);
        Number most = field.limit("maxLength", values);
        if (least != null && length < least.longValue()) {
            return Broken.rule("minLength", least);
        }
        if (length > longest || most != null && length > most.longValue()) {
            return Broken.rule("maxLength", most != null ? most : (Number) longest);
        }
        return pattern(field.node().path("validate")).matches(text) ? null : Broken.rule("pattern");
    }

    private static TextPattern pattern(JsonNode validate) {
        String written = validate.path("pattern").asString("");
        return switch (validate.path("validationType").asString("custom")) {
            case "email" -> TextPattern.EMAIL;
            case "phone" -> TextPattern.PHONE;
            default -> written.isEmpty() ? TextPattern.ANY : TextPattern.listed(written)
                    .orElseThrow(() -> new IllegalArgumentException("A form asks for a pattern that is not on the list: " + written));
        };
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private Broken number(FormPart field, Object value) {
        boolean asText = field.node().path("serializeToString").asBoolean(false);
        Number number = value instanceof String && !asText ? null : Plain.numberOf(value);
        if (number == null) {
            return Broken.rule("type");
        }
        return outOfBounds(field, number);
    }

    private Broken outOfBounds(FormPart field, Number number) {
        Number least = field.limit("min", values);
        Number most = field.limit("max", values);
        if (least != null && Plain.decimal(number).compareTo(Plain.decimal(least)) < 0) {
            return Broken.rule("min", least);
        }
        if (most != null && Plain.decimal(number).compareTo(Plain.decimal(most)) > 0) {
            return Broken.rule("max", most);
        }
        Number decimals = Plain.numberOf(Plain.of(field.node().path("decimalDigits")));
        boolean tooFine = decimals != null && Plain.decimal(number).scale() > decimals.intValue();
        return tooFine ? Broken.rule("decimals", decimals) : null;
    }

    private Broken choices(FormPart field, Object value) {
        if (!(value instanceof List<?> chosen)) {
            return Broken.rule("type");
        }
        if (chosen.size() > MOST_CHOICES) {
            return Broken.rule("count", MOST_CHOICES);
        }
        boolean fine = offered(field).containsAll(chosen) && new HashSet<>(chosen).size() == chosen.size();
        return fine ? null : Broken.rule("values");
    }

    /** The values a field offers: its own, or those the form was opened with. */
    private List<Object> offered(FormPart field) {
        Object listed = field.node().has("values") ? Plain.of(field.node().path("values")) : brought(field);
        return listed instanceof List<?> list ? list.stream().map(FieldCheck::valueOf).map(Object.class::cast).toList() : List.of();
    }

    private Object brought(FormPart field) {
        String expression = field.node().path("valuesExpression").asString("");
        return Feel.isExpression(expression) ? Feel.value(expression, values)
                : values.get(field.node().path("valuesKey").asString(""));
    }

    private static Object valueOf(Object option) {
        Object value = option instanceof Map<?, ?> labelled ? labelled.get("value") : option;
        return Objects.requireNonNullElse(value instanceof Number ? Plain.numberOf(value) : value, "");
    }

    private Broken time(FormPart field, Object value) {
        if (!(value instanceof String text)) {
            return Broken.rule("type");
        }
        try {
            Instant end = latest(field.node().path("subtype").asString("date"), text);
            boolean mayPass = !field.node().path("disallowPassedDates").asBoolean(false);
            return mayPass || end == null || !end.isBefore(now) ? null : Broken.rule("past");
        } catch (DateTimeParseException e) {
            return Broken.rule("type");
        }
    }

    /** The last moment the text can mean anywhere on earth, so that nobody's today counts as past; null for a time of day. */
    private static Instant latest(String subtype, String text) {
        if (subtype.equals("time")) {
            LocalTime.parse(text.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", ""));
            return null;
        }
        ZoneOffset westernmost = ZoneOffset.ofHours(-12);
        if (subtype.equals("date")) {
            return LocalDate.parse(text).plusDays(1).atStartOfDay().toInstant(westernmost);
        }
        boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$");
        return zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).toInstant(westernmost);
    }

    private static Broken files(Object value) {
        boolean ids = value instanceof List<?> list && list.stream().allMatch(id -> id instanceof String text
                && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));
        if (!ids) {
            return Broken.rule("type");
        }
        return ((List<?>) value).size() > MOST_FILES ? Broken.rule("count", MOST_FILES) : null;
    }
}
