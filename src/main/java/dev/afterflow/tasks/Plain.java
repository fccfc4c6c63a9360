package dev.afterflow.tasks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON as plain values: text, Long, BigDecimal, Boolean, List, Map and null; so that 1 and 1.0 compare as one number. */
final class Plain {

    private Plain() {
    }

    static Object of(JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(of(element)));
            return list;
        }
        return node.isObject() ? object(node) : node.asString();
    }

    static Map<String, Object> object(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
        return map;
    }

    /** A number from JSON or from text that is one; null if it is none. */
    static Number numberOf(Object value) {
        if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        }
        if (value instanceof String text && text.matches("-?\\d{1,18}(\\.\\d{1,10})?")) {
            return number(new BigDecimal(text));
        }
        return null;
    }

    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    private static Number number(BigDecimal exact) {
        boolean bounded = exact.precision() - exact.scale() <= 18 && exact.scale() >= -18;
        if (!bounded) {
            return exact;
        }
        BigDecimal stripped = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        return stripped.scale() <= 0 ? (Number) stripped.longValueExact() : stripped;
    }
}
