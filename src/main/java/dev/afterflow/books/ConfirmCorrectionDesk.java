package dev.afterflow.books;

import dev.afterflow.payments.Mismatches;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of confirmCorrection: the second person of a correction above the limit. */
@Component
class ConfirmCorrectionDesk implements DeskWork {

    private final Mismatches mismatches;
    private final Paper paper;

    ConfirmCorrectionDesk(Mismatches mismatches, Paper paper) {
        this.mismatches = mismatches;
        this.paper = paper;
    }

    @Override
    public String task() {
        return "confirmCorrection";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Map<String, Object> form = new HashMap<>(paper.of(caseNumber));
        form.put("asked", form.remove("history"));
        form.put("smallTeam", mismatches.smallTeam());
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        boolean confirmed = "confirmed".equals(input.get("decision"));
        if (confirmed) {
            Who.demandFreshCode();
            mismatches.confirm(caseNumber, (String) input.get("note"), who.login(), Boolean.TRUE.equals(input.get("confirmedAgain")));
        } else {
            mismatches.sendBack(caseNumber, (String) input.get("note"), who.login());
        }
        return Map.of("correctionConfirmed", confirmed);
    }
}
