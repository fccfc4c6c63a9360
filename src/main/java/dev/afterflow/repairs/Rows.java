package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what forms sent and what tables keep: texts without their edges, amounts, moments, roles, words for constants. */
final class Rows {

    private Rows() {
    }

    static String text(Map<?, ?> input, String key) {
        return input.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static List<String> texts(Map<?, ?> input, String key) {
        return input.get(key) instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
    }

    static int number(Map<?, ?> input, String key) {
        return input.get(key) instanceof Number number ? number.intValue() : 0;
    }

    /** An amount as it was typed, null when nothing was. */
    static Money money(Map<?, ?> input, String key, String currency) {
        String typed = text(input, key);
        try {
            return typed == null ? null : Money.parse(typed, currency);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid(key, "money", "请填写 " + currency + " 金额，例如 129.50", "Write an amount of " + currency + ", such as 129.50");
        }
    }

    /** One of these answers, or the problem that asks for it. */
    static <E extends Enum<E>> E choice(Class<E> words, Map<?, ?> input, String key) {
        E chosen = of(words, text(input, key));
        if (chosen == null) {
            throw Problem.invalid(key, "values", "请选择一项", "Choose one");
        }
        return chosen;
    }

    static <E extends Enum<E>> E of(Class<E> words, String text) {
        return text == null ? null : Arrays.stream(words.getEnumConstants()).filter(each -> word(each).equals(word(text)) ).findFirst().orElse(null);
    }

    /** As processes and forms write a constant: exchangeOrRefund. */
    static String word(Enum<?> constant) {
        return word(constant.name());
    }

    private static String word(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder word = new StringBuilder();
        for (String part : name.toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    static Timestamp stamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static String joined(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    static Set<Role> roles(String joined) {
        return joined.isEmpty() ? Set.of() : Arrays.stream(joined.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }
}
