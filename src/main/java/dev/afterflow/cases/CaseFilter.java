package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A narrowing of the list of cases as it stands in an address; what is null narrows nothing.
 *
 * @param priority at least this
 * @param least    asked amount in minor units, at least
 * @param most     asked amount in minor units, at most
 * @param currency of both amounts
 * @param tag      a risk flag of the case or the tier of its buyer
 * @param overdue  only open cases whose platform deadline has passed
 */
record CaseFilter(Case.State state, Case.Kind kind, String shop, String team, Integer priority, Long least, Long most, String currency,
                  String tag, boolean overdue) {

    static final List<String> WORDS = List.of("state", "kind", "shop", "team", "priority", "least", "most", "currency", "tag", "overdue");
    static final CaseFilter NONE = of(Map.of());

    static CaseFilter of(Map<String, String> told) {
        return new CaseFilter(pick("state", told, Case.State.values()), pick("kind", told, Case.Kind.values()), told.get("shop"),
                told.get("team"), (Integer) number("priority", told, true), (Long) number("least", told, false),
                (Long) number("most", told, false), told.get("currency"), told.get("tag"), "true".equals(told.get("overdue")));
    }

    /** The conditions of a statement over {@code cases.case_file}; values go in as parameters of their own names. */
    String conditions() {
        StringBuilder sql = new StringBuilder();
        add(sql, state != null, "state = :state");
        add(sql, kind != null, "kind = :kind");
        add(sql, shop != null, "shop_id = :shop");
        add(sql, team != null, "team = :team");
        add(sql, priority != null, "priority >= :priority");
        add(sql, least != null, "asked_minor >= :least");
        add(sql, most != null, "asked_minor <= :most");
        add(sql, currency != null && (least != null || most != null), "asked_currency = :currency");
        add(sql, tag != null, "(tier = :tag or risk @> to_jsonb(cast(:tag as text)))");
        add(sql, overdue, "state <> 'CLOSED' and platform_deadline <= :now");
        return sql.toString();
    }

    Map<String, Object> values(Instant now) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("state", state == null ? null : state.name());
        values.put("kind", kind == null ? null : kind.name());
        values.put("shop", shop);
        values.put("team", team);
        values.put("priority", priority);
        values.put("least", least);
        values.put("most", most);
        values.put("currency", currency);
        values.put("tag", tag);
        values.put("now", Timestamp.from(now));
        return values;
    }

    private static void add(StringBuilder sql, boolean wanted, String condition) {
        if (wanted) {
            sql.append(" and ").append(condition);
        }
    }

    private static <E extends Enum<E>> E pick(String field, Map<String, String> told, E[] choices) {
        String word = told.get(field);
        if (word == null) {
            return null;
        }
        return Arrays.stream(choices).filter(choice -> choice.name().equals(word)).findFirst().orElseThrow(() ->
                Problem.malformed(field, "values", "请使用其中之一：" + Arrays.toString(choices), "Use one of: " + Arrays.toString(choices)));
    }

    private static Number number(String field, Map<String, String> told, boolean small) {
        String word = told.get(field);
        if (word == null) {
            return null;
        }
        if (!word.matches(small ? "\\d{1,6}" : "\\d{1,15}")) {
            throw Problem.malformed(field, "number", "请填写非负整数", "Give a whole number of zero or more");
        }
        return small ? (Number) Integer.valueOf(word) : (Number) Long.valueOf(word);
    }
}
