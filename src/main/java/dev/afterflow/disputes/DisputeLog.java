package dev.afterflow.disputes;

import dev.afterflow.cases.Timeline;
import dev.afterflow.security.Audit;
import dev.afterflow.tasks.Tasks;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes each step of a dispute on its case's timeline and in the audit, and tells who looks at the case. */
@Component
class DisputeLog {

    private final Timeline timeline;
    private final Audit audit;
    private final Tasks tasks;

    DisputeLog(Timeline timeline, Audit audit, Tasks tasks) {
        this.timeline = timeline;
        this.audit = audit;
        this.tasks = tasks;
    }

    void told(Dispute of, String action, String zh, String en, Map<String, ?> details) {
        timeline.add(of.caseNumber(), "DISPUTE", zh, en, details);
        audit.record(of.shop(), action, "case", of.caseNumber(), details);
        tasks.tell(of.shop(), of.caseNumber(), "dispute");
    }
}
