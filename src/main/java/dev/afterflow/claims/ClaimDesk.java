package dev.afterflow.claims;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;

/** The desk's side of the tasks of a claim; a case may have several claims, so the task tells which one it is about. */
abstract class ClaimDesk implements DeskWork {

    private final Claims claims;
    private final CarrierClaimProcess process;
    private final ClaimPaper paper;

    ClaimDesk(Claims claims, CarrierClaimProcess process, ClaimPaper paper) {
        this.claims = claims;
        this.process = process;
        this.paper = paper;
    }

    @Override
    public final Map<String, Object> prefill(String caseNumber) {
        return Map.of();
    }

    @Override
    public final Map<String, Object> prefill(String caseNumber, String taskId) {
        ClaimView claim = claims.find(process.claimOf(taskId));
        Map<String, Object> form = new HashMap<>(paper.of(claim));
        form.putAll(shown(claim));
        return form;
    }

    @Override
    public final Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        throw new IllegalStateException("A claim's task is answered by its id");
    }

    @Override
    public final Map<String, Object> file(String caseNumber, String taskId, Map<String, Object> input, Who who) {
        return answer(claims.find(process.claimOf(taskId)), input, who);
    }

    /** What this task shows beside the claim itself. */
    Map<String, Object> shown(ClaimView claim) {
        return Map.of();
    }

    abstract Map<String, Object> answer(ClaimView claim, Map<String, Object> input, Who who);

    static String text(Map<String, Object> input, String field) {
        return input.get(field) == null || input.get(field).toString().isBlank() ? null : input.get(field).toString().strip();
    }
}
