package dev.afterflow.disputes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bank is told in plain text, by the names card providers have for it. [A][STR-FIX] */
final class CardWords {

    /** All texts together. [A][STR-DISP] */
    static final int MOST_LETTERS = 150_000;
    private static final String ANYWHERE = "uncategorized_text";
    private static final Set<String> FIELDS = Set.of("access_activity_log", "cancellation_policy_disclosure", "cancellation_rebuttal", "duplicate_charge_explanation",
            "duplicate_charge_id", "product_description", "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "shipping_carrier", "shipping_date",
            "shipping_tracking_number");

    private CardWords() {
    }

    /** Each item under its own field; what has none of its own stands under its title with the statement. */
    static Map<String, String> of(List<DisputeItems.Item> list) {
        Map<String, String> words = new LinkedHashMap<>();
        for (DisputeItems.Item item : list) {
            String text = Stream.of(item.shown(), item.words()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
            if (!text.isEmpty()) {
                boolean own = item.field() != null && FIELDS.contains(item.field());
                words.merge(own ? item.field() : ANYWHERE, own || item.code().equals("STATEMENT") ? text : item.titleEn() + ":\n" + text, (first, second) -> first + "\n\n" + second);
            }
        }
        return words;
    }
}
