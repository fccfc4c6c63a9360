package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the answer of a task: committed at once, or kept as a pending decision until the time to undo is over. */
@Service
class Submissions {

    private final Desk desk;
    private final Filing filing;
    private final JdbcPendingDecisions decisions;
    private final JdbcKeptItems items;
    private final JdbcDrafts drafts;
    private final LiveSender live;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Submissions(Desk desk, Filing filing, JdbcPendingDecisions decisions, JdbcKeptItems items, JdbcDrafts drafts,
            LiveSender live, PlatformTransactionManager transactions, Clock clock) {
        this.desk = desk;
        this.filing = filing;
        this.decisions = decisions;
        this.items = items;
        this.drafts = drafts;
        this.live = live;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A taken submission; it takes effect at {@code commitsAt}, or has. */
    record Taken(long decision, String caseNumber, boolean done, Instant commitsAt) {
    }

    /**
     * Submits a task's form.
     *
     * @param revision of the task as the form was shown
     * @param undo     how long it may be undone; zero commits at once
     */
    Taken complete(String taskId, int revision, Map<String, Object> given, Duration undo) {
        Who who = Who.current();
        if (undo.isZero()) {
            return transaction.execute(status -> now(taskId, revision, given, who));
        }
        // rehearsed and taken back, so that a workshop's refusal is heard now and not when the time to undo is over
        transaction.executeWithoutResult(status -> {
            now(taskId, revision, given, who);
            status.setRollbackOnly();
        });
        return transaction.execute(status -> later(taskId, revision, given, who, undo));
    }

    private Taken now(String taskId, int revision, Map<String, Object> given, Who who) {
        WorkItem item = ready(taskId, revision, who);
        Map<String, Object> input = filing.checked(item, given);
        Instant now = clock.instant();
        long id = decisions.insert(item, who, input, now, now);
        filing.complete(item, input, who);
        return new Taken(id, item.caseNumber(), true, now);
    }

    private Taken later(String taskId, int revision, Map<String, Object> given, Who who, Duration undo) {
        WorkItem item = ready(taskId, revision, who);
        Map<String, Object> input = filing.checked(item, given);
        Instant now = clock.instant();
        Instant commitsAt = now.plus(undo);
        long id = decisions.insert(item, who, input, now, commitsAt);
        items.pending(taskId, true).ifPresent(hidden -> live.task(hidden, "completed"));
        return new Taken(id, item.caseNumber(), false, commitsAt);
    }

    private WorkItem ready(String taskId, int revision, Who who) {
        WorkItem item = desk.open(taskId, who);
        Desk.demandFree(item, who);
        Desk.demandUnchanged(item, revision);
        return item;
    }

    /** Takes a submission back while it waits; the input becomes the task's draft again. */
    void undo(long decision) {
        Who who = Who.current();
        transaction.executeWithoutResult(status -> {
            PendingDecision pending = decisions.lock(decision, who.id()).orElseThrow(() -> Problem.notFound("decision"));
            if (pending.state() != PendingDecision.State.PENDING) {
                throw Refusals.committed();
            }
            decisions.end(decision, PendingDecision.State.UNDONE, clock.instant(), null);
            giveBack(pending);
        });
    }

    /** Shows the task again, with what was submitted as its draft. */
    private void giveBack(PendingDecision pending) {
        items.pending(pending.taskId(), false).ifPresent(item -> {
            drafts.save(item, pending.input(), pending.who().id(), clock.instant());
            live.task(item, "created");
        });
    }

    /** Submissions of every shop whose time to undo is over. */
    List<PendingDecision> due(int most) {
        return transaction.execute(status -> decisions.due(clock.instant(), most));
    }

    void sweep(Duration kept) {
        transaction.executeWithoutResult(status -> decisions.sweep(clock.instant(), kept));
    }

    /** Commits a waiting submission unless another node does, or its task is gone meanwhile. */
    void commit(long decision) {
        transaction.executeWithoutResult(status -> decisions.take(decision).ifPresent(pending -> {
            WorkItem item = desk.lock(pending.taskId()).orElse(null);
            Instant now = clock.instant();
            if (item == null) {
                decisions.end(decision, PendingDecision.State.REFUSED, now, "gone");
                return;
            }
            decisions.end(decision, PendingDecision.State.DONE, now, null);
            filing.complete(item, pending.input(), pending.who());
        }));
    }

    /** Notes that a commit failed: tried again later, or given back to the desk. */
    void failed(long decision, String fault, Duration again) {
        transaction.executeWithoutResult(status -> decisions.take(decision).ifPresent(pending -> {
            if (again != null) {
                decisions.later(decision, clock.instant().plus(again), fault);
                return;
            }
            decisions.end(decision, PendingDecision.State.REFUSED, clock.instant(), fault);
            giveBack(pending);
        }));
    }
}
