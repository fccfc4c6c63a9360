package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a task aside until a moment or until the buyer answers; it comes back by itself and never sleeps past its promise. */
@Service
@Transactional
class Snoozing {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final Desk desk;
    private final JdbcSnoozes store;
    private final LiveSender live;
    private final Audit audit;
    private final Clock clock;

    Snoozing(Desk desk, JdbcSnoozes store, LiveSender live, Audit audit, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** Only who has the task puts it aside; {@code until} null means as late as the promise allows. */
    WorkItem sleep(String taskId, int revision, Instant until, boolean onAnswer) {
        Who who = Who.current();
        WorkItem item = own(taskId, who);
        Desk.demandUnchanged(item, revision);
        Instant now = clock.instant();
        Instant latest = item.dueAt() == null || item.dueAt().isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : item.dueAt();
        if (until == null && !onAnswer) {
            throw Problem.invalid("until", "required", "请选择何时回来", "Choose when it comes back");
        }
        Instant wake = until == null ? latest : until;
        if (!wake.isAfter(now) || wake.isAfter(latest)) {
            throw Problem.invalid("until", "range", "须晚于现在，且不晚于任务时限", "After now, and not after the task's due time");
        }
        WorkItem asleep = store.sleep(taskId, wake, onAnswer);
        audit.record(item.shop(), "TASK_SNOOZED", "task", taskId,
                Map.of("case", item.caseNumber(), "until", wake.toString(), "onAnswer", onAnswer));
        live.task(asleep, "snoozed");
        return asleep;
    }

    WorkItem wake(String taskId) {
        WorkItem item = own(taskId, Who.current());
        if (item.snoozed() == null) {
            return item;
        }
        WorkItem awake = store.wake(taskId);
        live.task(awake, "created");
        return awake;
    }

    private WorkItem own(String taskId, Who who) {
        WorkItem item = desk.open(taskId, who);
        if (!item.isTakenBy(who.id())) {
            throw Problem.conflict("tasks.notHeld", "请先认领该任务", "Claim the task first");
        }
        return item;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    void wakeDue() {
        store.due(clock.instant()).forEach(item -> live.task(item, "created"));
    }

    @ApplicationModuleListener
    void wrote(Cases.BuyerWrote event) {
        store.answered(event.caseNumber()).forEach(item -> live.task(item, "created"));
    }
}
