package dev.afterflow.reviews;

import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of answerLowScore. */
@Component
class AnswerLowScoreDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewFinding finding;

    AnswerLowScoreDesk(ReviewForms forms, ReviewFinding finding) {
        this.forms = forms;
        this.finding = finding;
    }

    @Override
    public String task() {
        return "answerLowScore";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Review of = forms.of(caseNumber);
        Map<String, Object> form = new HashMap<>(forms.head(of));
        form.put("low", of.low().isEmpty() ? null : ReviewWords.of(of.low()));
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        finding.explained(caseNumber, ReviewForms.word(input, "reason"), ReviewForms.word(input, "change"), who);
        return Map.of();
    }
}
