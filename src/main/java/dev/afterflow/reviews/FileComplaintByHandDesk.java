package dev.afterflow.reviews;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of fileComplaintByHand. */
@Component
class FileComplaintByHandDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewComplaining complaining;

    FileComplaintByHandDesk(ReviewForms forms, ReviewComplaining complaining) {
        this.forms = forms;
        this.complaining = complaining;
    }

    @Override
    public String task() {
        return "fileComplaintByHand";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return ChaseReviewVerdictDesk.shown(forms, complaining, caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return Map.of(NegativeReviewProcess.EFFECT, complaining.filed(caseNumber, ReviewForms.text(input, "reference"), ReviewForms.text(input, "note"), who),
                "verdictBy", complaining.verdictBy(caseNumber));
    }
}
