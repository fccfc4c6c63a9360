package dev.afterflow.reviews;

import dev.afterflow.security.Problem;
import dev.afterflow.words.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of this room open with, and how they are read. */
@Component
class ReviewForms {

    private final JdbcBadReviews store;
    private final ReviewScene scene;

    ReviewForms(JdbcBadReviews store, ReviewScene scene) {
        this.store = store;
        this.scene = scene;
    }

    Review of(String caseNumber) {
        return store.find(caseNumber).orElseThrow(() -> Problem.notFound("review"));
    }

    Map<String, Object> head(Review of) {
        Map<String, Object> form = new HashMap<>();
        form.put("stars", ReviewFreezing.stars(of, Vocabulary.chinese()));
        form.put("writtenAt", scene.day(of.shop(), of.writtenAt()));
        form.put("words", of.words());
        form.put("pattern", Vocabulary.half(of.patternWords(), Vocabulary.chinese()));
        form.put("found", of.finding() == null ? null : of.finding().words());
        return form;
    }

    static String text(Map<String, Object> input, String key) {
        return input.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static String word(Map<String, Object> input, String key) {
        String text = text(input, key);
        return text == null ? "" : text;
    }

    static List<String> files(Map<String, Object> input) {
        return input.get("evidence") instanceof List<?> ids ? ids.stream().map(Object::toString).toList() : List.of();
    }
}
