package dev.afterflow.claims;

import dev.afterflow.cases.Timeline;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.tasks.Tasks;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes each step of a claim on its case's timeline and in the audit, and tells who looks at the case. */
@Component
class ClaimLog {

    private final Timeline timeline;
    private final Audit audit;
    private final Tasks tasks;

    ClaimLog(Timeline timeline, Audit audit, Tasks tasks) {
        this.timeline = timeline;
        this.audit = audit;
        this.tasks = tasks;
    }

    void told(ClaimView claim, String action, String zh, String en, Map<String, ?> details) {
        Map<String, Object> data = new HashMap<>(details);
        data.put("claimNo", claim.claimNo());
        timeline.add(claim.caseNumber(), "CLAIM", zh, en, data);
        Map<String, Object> audited = new HashMap<>(details);
        audited.put("case", claim.caseNumber());
        audited.put("carrier", claim.carrier());
        audit.record(claim.shop(), action, "claim", claim.claimNo(), audited);
        tasks.tell(claim.shop(), claim.caseNumber(), "claim");
    }

    static String money(Money money, boolean chinese) {
        return money.display(chinese);
    }
}
