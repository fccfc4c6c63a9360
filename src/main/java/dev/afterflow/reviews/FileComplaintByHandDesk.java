package dev.afterflow.reviews;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
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
        Map<String, Object> form = ChaseReviewVerdictDesk.shown(forms, complaining, caseNumber);
        form.put("todo", Vocabulary.chinese() ? "在卖家中心提交投诉：类别、说明见下，证据包（ZIP）在工单的评价卡片里下载"
                : "File the complaint in the seller's centre: category and text stand below, the evidence (ZIP) is on the case's review card");
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return Map.of(NegativeReviewProcess.EFFECT, complaining.filed(caseNumber, ReviewForms.text(input, "reference"), ReviewForms.text(input, "note"), who),
                "verdictBy", complaining.verdictBy(caseNumber));
    }
}
