package dev.afterflow.reviews;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of analyseReview. */
@Component
class AnalyseReviewDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewFinding finding;

    AnalyseReviewDesk(ReviewForms forms, ReviewFinding finding) {
        this.forms = forms;
        this.finding = finding;
    }

    @Override
    public String task() {
        return "analyseReview";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Review of = forms.of(caseNumber);
        Map<String, Object> form = new HashMap<>(forms.head(of));
        if (of.judged() != null) {
            form.put("proposal", ReviewWords.of(of.judged().route()) + (Vocabulary.chinese() ? "：" : ": ") + Vocabulary.half(of.judged().ground(), Vocabulary.chinese()));
            form.put("route", of.judged().route());
        }
        form.put("category", of.finding().category());
        form.put("owner", of.finding().owner() == null ? "none" : of.finding().owner());
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return finding.found(caseNumber, input, who);
    }
}
