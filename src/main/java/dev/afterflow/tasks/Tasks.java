package dev.afterflow.tasks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What workshops may ask of the desk. */
@Service
public class Tasks {

    private final JdbcPromises promises;
    private final LiveSender live;

    Tasks(JdbcPromises promises, LiveSender live) {
        this.promises = promises;
        this.live = live;
    }

    /** Raises the open tasks of this name in a case above their like, once; without any, nothing happens. */
    @Transactional
    public void escalate(String caseNumber, String task) {
        promises.escalate(caseNumber, task).forEach(item -> live.task(item, "due"));
    }
}
