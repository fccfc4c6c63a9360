package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import java.util.Map;

/**
 * What somebody wants to write: words of their own, or a template and the words that are open in it.
 *
 * @param language null for the buyer's own
 * @param reviewId the review it is about, or null
 * @param offers a refund, coupon or gift goes with it
 * @param marketing it is commercial
 */
record Draft(String text, String template, Map<String, String> words, String language, String reviewId, Boolean offers, Boolean marketing) {

    private static final int LONGEST = 1000;
    private static final int MOST_WORDS = 20;

    Draft {
        words = words == null ? Map.of() : Map.copyOf(words);
        text = text == null ? "" : text;
    }

    void check() {
        if (template == null && text.isBlank()) {
            throw Problem.invalid("text", "required", "请填写消息内容", "Write something");
        }
        lengths();
    }

    void lengths() {
        demand(fits(text, LONGEST), "text", "tooLong", "最多 " + LONGEST + " 字", "At most " + LONGEST + " characters");
        demand(template == null || text.isEmpty(), "template", "oneOf", "请填写内容或选择模板，二选一", "Write something or choose a template, not both");
        demand(words.size() <= MOST_WORDS && words.values().stream().allMatch(word -> fits(word, LONGEST)), "words", "tooLong",
                "模板内容最多 " + LONGEST + " 字", "Words of a template have at most " + LONGEST + " characters");
        demand(language == null || language.matches("zh-CN|en"), "language", "oneOf", "语言为 zh-CN 或 en", "The language is zh-CN or en");
        demand(reviewId == null || !reviewId.isBlank() && fits(reviewId, 100), "reviewId", "length", "评价编号为 1 到 100 个字符",
                "A review id has 1 to 100 characters");
    }

    private static boolean fits(String word, int longest) {
        return word.codePointCount(0, word.length()) <= longest && word.indexOf('\0') < 0;
    }

    private static void demand(boolean holds, String field, String rule, String zh, String en) {
        if (!holds) {
            throw Problem.invalid(field, rule, zh, en);
        }
    }
}
