package dev.afterflow.reviews;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of chaseReviewVerdict. */
@Component
class ChaseReviewVerdictDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewComplaining complaining;

    ChaseReviewVerdictDesk(ReviewForms forms, ReviewComplaining complaining) {
        this.forms = forms;
        this.complaining = complaining;
    }

    @Override
    public String task() {
        return "chaseReviewVerdict";
    }

    static Map<String, Object> shown(ReviewForms forms, ReviewComplaining complaining, String caseNumber) {
        JdbcReviewComplaints.Complaint latest = complaining.latest(caseNumber);
        Map<String, Object> form = new HashMap<>(forms.head(forms.of(caseNumber)));
        form.put("complaintNo", latest.number());
        form.put("categoryWord", ReviewWords.of(latest.category()));
        form.put("text", latest.words());
        form.put("platformWords", Vocabulary.half(latest.said(), Vocabulary.chinese()));
        return form;
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        return shown(forms, complaining, caseNumber);
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return Map.of("complaintResult", complaining.decided(complaining.latest(caseNumber).number(), ReviewForms.word(input, "answer"), ReviewForms.word(input, "note"))
                .orElseThrow(() -> Problem.conflict("reviews.decided", "平台的结论已登记", "The platform's verdict is known already")));
    }
}
