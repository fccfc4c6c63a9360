package dev.afterflow.reviews;

import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.Platforms;
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
    private final Platforms platforms;

    ReviewForms(JdbcBadReviews store, ReviewScene scene, Platforms platforms) {
        this.store = store;
        this.scene = scene;
        this.platforms = platforms;
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

    /** Why a person has to do this in the seller's centre; null where a machine does it. */
    String hand(Review of, PlatformRequest.Kind verb) {
        if (!ReviewScene.byHand(platforms, of, verb)) {
            return null;
        }
        if (ReviewScene.matter(platforms, of).isPresent() || platforms.way(of.shop(), verb) == Platforms.Way.BY_HAND) {
            return Vocabulary.chinese() ? "本店的平台接口不做这一步：写好后由人在卖家中心提交" : "The shop's connection does not do this: a person submits it in the seller's centre";
        }
        return Vocabulary.chinese() ? "平台没有向本系统告知过这条评价：写好后由人在卖家中心提交"
                : "The marketplace never told us of this review: a person submits it in the seller's centre";
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
