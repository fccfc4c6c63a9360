package dev.afterflow.reviews;

import dev.afterflow.engine.Decided;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The desk's side of fileComplaint. */
@Component
class FileComplaintDesk implements DeskWork {

    private final ReviewForms forms;
    private final ReviewComplaining complaining;
    private final JdbcReviewComplaints complaints;
    private final ReviewScene scene;

    FileComplaintDesk(ReviewForms forms, ReviewComplaining complaining, JdbcReviewComplaints complaints, ReviewScene scene) {
        this.forms = forms;
        this.complaining = complaining;
        this.complaints = complaints;
        this.scene = scene;
    }

    @Override
    public String task() {
        return "fileComplaint";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Review of = forms.of(caseNumber);
        Map<String, Object> form = new HashMap<>(forms.head(of));
        form.put("hand", forms.hand(of, PlatformRequest.Kind.REPORT_REVIEW));
        Decided rule = complaining.rule(of, of.finding().category());
        form.put("proof", Vocabulary.half(rule.text("complaintProof"), Vocabulary.chinese()));
        form.put("category", of.finding().category());
        long days = rule.outputs().get("windowDays") instanceof Number told ? told.longValue() : 0;
        form.put("until", scene.day(of.shop(), of.writtenAt().plus(Duration.ofDays(days))));
        complaints.of(caseNumber).stream().filter(each -> each.verdict() != null).reduce((first, last) -> last).ifPresent(last -> {
            form.put("before", ReviewWords.of(last.verdict()) + (Vocabulary.chinese() ? "：" : ": ") + Vocabulary.half(last.verdictWords(), Vocabulary.chinese()));
            form.put("text", last.words());
        });
        return form;
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        return Map.of("complaintWay", complaining.file(caseNumber, ReviewForms.word(input, "answer").equals("file"), ReviewForms.text(input, "category"),
                ReviewForms.text(input, "text"), ReviewForms.files(input), who));
    }
}
