package dev.afterflow.tasks;

import dev.afterflow.money.Money;
import java.time.Instant;

/** An open user task as the desk lists it: what it is, whose it is, until when, and the case in a few words. */
record WorkItem(String taskId, String caseNumber, String shop, String task, String titleZh, String titleEn, String process,
                String team, Assignee assignee, Instant dueAt, int priority, Instant createdAt, int revision, String kind,
                String orderId, String buyer, Money amount, String reason, boolean dueSoon, boolean overdue,
                boolean escalated, boolean pending) {

    /** The person who has taken the task. */
    record Assignee(long id, String name) {
    }

    boolean isTaken() {
        return assignee != null;
    }

    boolean isTakenBy(long person) {
        return isTaken() && assignee.id() == person;
    }
}
