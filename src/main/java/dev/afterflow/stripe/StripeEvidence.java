package dev.afterflow.stripe;

import dev.afterflow.providers.CardDisputes.Evidence;
import dev.afterflow.providers.CardDisputes.Paper;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What Stripe takes as evidence, by its own names; what it would not take is not sent. */
final class StripeEvidence {

    private static final int MOST_LETTERS = 150_000;
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final Set<String> MEDIA = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final Set<String> WORDS = Set.of("access_activity_log", "billing_address", "cancellation_policy_disclosure", "cancellation_rebuttal",
        "customer_email_address", "customer_name", "customer_purchase_ip", "duplicate_charge_explanation", "duplicate_charge_id", "product_description",
        "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "shipping_address", "shipping_carrier", "shipping_date",
        "shipping_tracking_number", "uncategorized_text");
    private static final Set<String> PAPERS = Set.of("cancellation_policy", "customer_communication", "customer_signature", "duplicate_charge_documentation",
        "receipt", "refund_policy", "service_documentation", "shipping_documentation", "uncategorized_file");

    private StripeEvidence() {
    }

    /** Why Stripe would not take it, as a word with what it is about; null when it would. */
    static String fault(Evidence evidence) {
        List<String> fields = evidence.papers().stream().map(Paper::field).toList();
        Stream<String> strange = Stream.concat(evidence.words().keySet().stream().filter(field -> !WORDS.contains(field)),
            fields.stream().filter(field -> !PAPERS.contains(field)));
        Stream<String> doubled = fields.stream().filter(field -> fields.indexOf(field) != fields.lastIndexOf(field));
        Stream<String> large = evidence.papers().stream().filter(paper -> paper.content().length > MOST_BYTES).map(Paper::name);
        Stream<String> media = evidence.papers().stream().filter(paper -> !MEDIA.contains(paper.mediaType())).map(Paper::name);
        boolean tooLong = evidence.words().values().stream().mapToInt(String::length).sum() > MOST_LETTERS;
        return Stream.of(strange.map(name -> "UNKNOWN_FIELD " + name), doubled.map(name -> "TWO_PAPERS " + name), large.map(name -> "PAPER_TOO_LARGE " + name),
            media.map(name -> "PAPER_TYPE " + name), tooLong ? Stream.of("WORDS_TOO_LONG") : Stream.<String>empty())
            .flatMap(faults -> faults).findFirst().orElse(null);
    }
}
