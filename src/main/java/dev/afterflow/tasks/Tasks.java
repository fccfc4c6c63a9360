package dev.afterflow.tasks;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What workshops may ask of the desk. */
@Service
public class Tasks {

    private final JdbcPromises promises;
    private final JdbcWorkItems items;
    private final LiveSender live;

    Tasks(JdbcPromises promises, JdbcWorkItems items, LiveSender live) {
        this.promises = promises;
        this.items = items;
        this.live = live;
    }

    /** Raises the open tasks of this name in a case above their like, once; without any, nothing happens. */
    @Transactional
    public void escalate(String caseNumber, String task) {
        promises.escalate(caseNumber, task).forEach(item -> live.task(item, "due"));
    }

    /**
     * Holds the case's open tasks until the caller's transaction ends. News that may end them takes them before the case's own
     * rows, as a submission does, so that neither waits for what the other one holds.
     */
    @Transactional
    public void hold(String caseNumber) {
        items.lockOfCase(caseNumber);
    }

    /** As {@link #hold(String)}, only the tasks of this name. */
    @Transactional
    public void hold(String caseNumber, String task) {
        items.lockOfCase(caseNumber, task);
    }

    /** Tells whoever looks at a case, once the caller's transaction is committed, that it has changed; {@code change} is one word. */
    public void tell(String shop, String caseNumber, String change) {
        live.changed(shop, caseNumber, change);
    }

    /** An open task of a case: its id, its name and whose it is. */
    public record Open(String taskId, String task, String team) {
    }

    /** The open tasks of a case, the earliest first. */
    @Transactional(readOnly = true)
    public List<Open> openOf(String caseNumber) {
        return items.ofCase(caseNumber).stream().map(item -> new Open(item.taskId(), item.task(), item.team())).toList();
    }
}
