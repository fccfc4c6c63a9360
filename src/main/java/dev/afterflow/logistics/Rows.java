package dev.afterflow.logistics;

import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Map;

/** Reads what a form sent: texts without their edges, lists of files, rows in the order they were shown. */
final class Rows {

    private Rows() {
    }

    static String text(Map<?, ?> input, String key) {
        return input.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static Integer number(Map<?, ?> input, String key) {
        return input.get(key) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    static List<String> texts(Map<?, ?> input, String key) {
        return input.get(key) instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
    }

    /** As many rows as were shown; a form that lost one is opened again. */
    static List<Map<?, ?>> of(Map<String, Object> input, String key, int shown) {
        List<Map<?, ?>> rows = input.get(key) instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList() : List.of();
        if (rows.size() != shown) {
            throw Problem.invalid(key, "count", "行数与订单不符，请重新打开任务", "The rows do not match the order; open the task again");
        }
        return rows;
    }
}
