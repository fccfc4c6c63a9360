package dev.afterflow.remedies;

import dev.afterflow.cases.Case;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether money in this case would hang on a review: the case is about one, or its words bargain with one (Anti-Unfair
 * Competition Law 9; Interim Provisions on Online Unfair Competition 9(5)).
 */
final class ReviewTie {

    private static final Pattern REVIEW = Pattern.compile("[好差中改删刪追]\\s*[评評](?![估审審判])|五\\s*星|[评評]\\s*[价價分]|晒\\s*[图圖单單]|\\breviews?\\b|\\bratings?\\b|\\b(five|5)[- ]?stars?\\b|\\bfeedback\\b");

    private ReviewTie() {
    }

    static boolean in(Circumstances known) {
        return known.asked().kind() == Case.Kind.REVIEW || in(known.words());
    }

    static boolean in(String words) {
        return words != null && REVIEW.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).find();
    }
}
