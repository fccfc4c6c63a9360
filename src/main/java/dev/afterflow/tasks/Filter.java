package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A narrowing of the list of open work as it stands in an address; what is null narrows nothing.
 *
 * @param task      id of the user task
 * @param priority  at least this
 * @param person    only what this person has
 * @param taken     only what somebody has, or what nobody has
 * @param least     asked amount in minor units, at least
 * @param most      asked amount in minor units, at most
 * @param currency  of both amounts
 * @param tag       a risk flag of the case or the tier of its buyer
 */
record Filter(String kind, String task, String team, String shop, Integer priority, Long person, Boolean taken, boolean overdue,
              boolean escalated, Long least, Long most, String currency, String tag) {

    static final List<String> WORDS = List.of("kind", "task", "team", "shop", "priority", "assignee", "state", "overdue", "escalated",
            "least", "most", "currency", "tag");
    static final Filter NONE = of(Map.of(), 0);

    /** Reads the words of an address; {@code me} is the asker's number. */
    static Filter of(Map<String, String> told, long me) {
        String assignee = told.getOrDefault("assignee", "");
        Long person = assignee.equals("me") ? Long.valueOf(me) : assignee.isEmpty() || assignee.equals("none") ? null : number("assignee", assignee);
        Long priority = number("priority", told.get("priority"));
        return new Filter(told.get("kind"), told.get("task"), told.get("team"), told.get("shop"),
                priority == null ? null : Math.toIntExact(Math.min(priority, Integer.MAX_VALUE)), person, taken(told, assignee),
                "true".equals(told.get("overdue")), "true".equals(told.get("escalated")), number("least", told.get("least")),
                number("most", told.get("most")), told.get("currency"), told.get("tag"));
    }

    private static Boolean taken(Map<String, String> told, String assignee) {
        if (assignee.equals("none")) {
            return false;
        }
        String state = told.getOrDefault("state", "");
        return state.isEmpty() ? null : Boolean.valueOf(Words.pick("state", state, List.of(State.values())) == State.TAKEN);
    }

    private enum State { FREE, TAKEN }

    /** The conditions of a statement over {@code tasks.work_item i}; the team of a view of teams stands there already. */
    String conditions() {
        StringBuilder sql = new StringBuilder();
        add(sql, kind != null, "i.kind = :kind");
        add(sql, task != null, "i.task = :taskName");
        add(sql, team != null, "i.team = :team");
        add(sql, shop != null, "i.shop_id = :shop");
        add(sql, priority != null, "i.priority >= :least_priority");
        add(sql, person != null, "i.assignee = :assignee");
        add(sql, taken != null, Boolean.TRUE.equals(taken) ? "i.assignee is not null" : "i.assignee is null");
        add(sql, overdue, "i.due_at <= :now");
        add(sql, escalated, "i.escalated");
        add(sql, least != null, "i.amount_minor >= :least");
        add(sql, most != null, "i.amount_minor <= :most");
        add(sql, currency != null && (least != null || most != null), "i.amount_currency = :currency");
        add(sql, tag != null, "i.tags @> array[cast(:tag as text)]");
        return sql.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind);
        values.put("taskName", task);
        values.put("team", team);
        values.put("shop", shop);
        values.put("least_priority", priority);
        values.put("assignee", person);
        values.put("least", least);
        values.put("most", most);
        values.put("currency", currency);
        values.put("tag", tag);
        return values;
    }

    private static void add(StringBuilder sql, boolean wanted, String condition) {
        if (wanted) {
            sql.append(" and ").append(condition);
        }
    }

    private static Long number(String field, String word) {
        if (word == null) {
            return null;
        }
        if (!word.matches("\\d{1,15}")) {
            throw Problem.malformed(field, "number", "请填写非负整数", "Give a whole number of zero or more");
        }
        return Long.valueOf(word);
    }
}
