package dev.afterflow.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.afterflow.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * An open user task as the desk lists it: what it is, whose it is, until when, and the case in a few words.
 *
 * @param pending    a submission waits to be committed, and the item is not shown
 * @param definition the process definition that made the task; its release has the task's form
 * @param tags       risk flags of the case and the tier of its buyer
 * @param handed     null if nobody handed it over
 * @param snoozed    null if it is not put aside
 * @param skill      what it is best worked with, such as {@code language:en}, or null
 */
record WorkItem(String taskId, String caseNumber, String shop, String task, String titleZh, String titleEn, String process,
                String team, Assignee assignee, Instant dueAt, int priority, Instant createdAt, int revision, String kind,
                String orderId, String buyer, Money amount, String reason, boolean dueSoon, boolean overdue,
                boolean escalated, @JsonIgnore boolean pending, @JsonIgnore String definition, List<String> tags, Handed handed,
                Snooze snoozed, String skill) {

    /** Who handed the task over last, why and when. */
    record Handed(String by, String reason, Instant at) {
    }

    /** Until when its holder put the task aside; {@code onAnswer} brings it back as soon as the buyer writes. */
    record Snooze(Instant until, boolean onAnswer) {
    }

    /** The person who has taken the task. */
    record Assignee(long id, String name) {
    }

    @JsonIgnore
    boolean isTaken() {
        return assignee != null;
    }

    boolean isTakenBy(long person) {
        return isTaken() && assignee.id() == person;
    }
}
