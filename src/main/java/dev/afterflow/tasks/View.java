package dev.afterflow.tasks;

import java.util.List;

/** What a list shows: my work, what nobody of my teams has taken, what is due within the hour or late there, what I put aside, or everything. */
enum View {

    MINE("i.assignee = :person and i.snoozed_until is null"),
    TEAM("i.assignee is null"),
    DUE("i.due_at > :now and i.due_at <= :soon"),
    OVERDUE("i.due_at <= :now"),
    SNOOZED("i.assignee = :person and i.snoozed_until is not null"),
    ALL("true");

    private final String condition;

    View(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** Whether the view shows the teams' work, as against one person's or everybody's. */
    boolean isOfTeams() {
        return this == TEAM || this == DUE || this == OVERDUE;
    }

    /** Whether the view shows what one person has in hand, which is never much. */
    boolean isOfPerson() {
        return this == MINE || this == SNOOZED;
    }

    static View of(String word) {
        return Words.pick("view", word, List.of(values()));
    }
}
