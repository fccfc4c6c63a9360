package dev.afterflow.reviews;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the table proposes and what a person finds; only a person says that a review is malicious. */
@Component
@Transactional
class ReviewFinding {

    private static final Set<String> ROUTES = Set.of("SOLVE", "EXPLAIN", "COMPLAIN", "NOTHING");
    private static final Set<String> OWNERS = Set.of("returns-leads", "care-desk", "logistics-desk");

    private final JdbcBadReviews store;
    private final ReviewScene scene;
    private final ReviewLog log;

    ReviewFinding(JdbcBadReviews store, ReviewScene scene, ReviewLog log) {
        this.store = store;
        this.scene = scene;
        this.log = log;
    }

    void judged(String caseNumber, String route, String category, String owner, String ground) {
        Review of = lock(caseNumber);
        store.judged(caseNumber, new Review.Judged(ReviewText.content(of.words()), route, ground), empty(category), empty(owner));
        log.told(of, "REVIEW_JUDGED", "初判：" + ReviewWords.of(route, true) + "（" + Vocabulary.half(ground, true) + "）",
                "First judgement: " + ReviewWords.of(route, false) + " (" + Vocabulary.half(ground, false) + ")", Map.of("route", route));
    }

    /** Answers what the process asks next. */
    Map<String, Object> found(String caseNumber, Map<String, Object> input, Who who) {
        Review of = lock(caseNumber);
        String route = ReviewForms.word(input, "route");
        String category = ReviewForms.text(input, "category");
        String owner = ReviewForms.text(input, "owner");
        if (!ROUTES.contains(route)) {
            throw Problem.invalid("route", "values", "请选择怎么处理", "Choose a way");
        }
        if (route.equals("COMPLAIN") && category == null) {
            throw Problem.invalid("category", "required", "投诉须选择类别", "A complaint needs its category");
        }
        boolean asked = OWNERS.contains(String.valueOf(owner));
        String words = ReviewForms.text(input, "note");
        store.found(caseNumber, new Review.Finding(route, ReviewForms.text(input, "cause"), route.equals("COMPLAIN") ? category : null, asked ? owner : null,
                words, who.login()));
        store.answer(of, "analyseReview", route, words, who.login(), scene.now());
        log.told(of, "REVIEW_ANALYSED", "查明原因：" + words + "；" + ReviewWords.of(route, true), "Cause found: " + words + "; " + ReviewWords.of(route, false),
                Map.of("route", route, "by", who.login()));
        Map<String, Object> answers = new HashMap<>(Map.of("reviewRoute", route, "ownerAsked", asked, "stepBy", scene.by(of.shop(), "contactReviewer")));
        if (asked) {
            answers.putAll(Map.of("ownerTeam", owner, "ownerBy", scene.by(of.shop(), "answerLowScore")));
        }
        return answers;
    }

    /** The owner of a low score says what went wrong and what changes. */
    void explained(String caseNumber, String reason, String change, Who who) {
        Review of = lock(caseNumber);
        store.answer(of, "answerLowScore", change, reason, who.login(), scene.now());
        log.told(of, "LOW_SCORE_ANSWERED", "主管部门说明：" + reason + "；改进：" + change, "The owner explains: " + reason + "; what changes: " + change,
                Map.of("by", who.login(), "low", of.low()));
    }

    private Review lock(String caseNumber) {
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("review"));
    }

    private static String empty(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
