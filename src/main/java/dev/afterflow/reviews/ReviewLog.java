package dev.afterflow.reviews;

import dev.afterflow.cases.Timeline;
import dev.afterflow.security.Audit;
import dev.afterflow.tasks.Tasks;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes each step of a review on its case's timeline and in the audit, and tells who looks at the case. */
@Component
class ReviewLog {

    private final Timeline timeline;
    private final Audit audit;
    private final Tasks tasks;

    ReviewLog(Timeline timeline, Audit audit, Tasks tasks) {
        this.timeline = timeline;
        this.audit = audit;
        this.tasks = tasks;
    }

    void told(Review of, String action, String zh, String en, Map<String, ?> details) {
        timeline.add(of.caseNumber(), "REVIEW", zh, en, details);
        audit.record(of.shop(), action, "case", of.caseNumber(), details);
        tasks.tell(of.shop(), of.caseNumber(), "review");
    }
}
