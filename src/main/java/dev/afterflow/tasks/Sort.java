package dev.afterflow.tasks;

import java.util.List;

/** The orders a list can have; each ends with the task's id, so that a page's last row says exactly where the next begins. */
enum Sort {

    DUE("due_at, task_id",
            "(i.due_at, i.task_id) > (cast(:due as timestamptz), :task)"),
    PRIORITY("priority desc, due_at, task_id", """
            i.priority <= cast(:priority as integer)
            and (i.priority < cast(:priority as integer)
                 or (i.due_at, i.task_id) > (cast(:due as timestamptz), :task))"""),
    CREATED("created_at, task_id",
            "(i.created_at, i.task_id) > (cast(:created as timestamptz), :task)");

    private final String order;
    private final String after;

    Sort(String order, String after) {
        this.order = order;
        this.after = after;
    }

    String order() {
        return order;
    }

    /** The rows after a cursor. */
    String after() {
        return after;
    }

    static Sort of(String word) {
        return Words.pick("sort", word, List.of(values()));
    }
}
