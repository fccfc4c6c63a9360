package dev.afterflow.disputes;

import dev.afterflow.disputes.DisputePacks.Entry;
import dev.afterflow.disputes.DisputePacks.Pack;
import dev.afterflow.payments.Chargebacks;
import dev.afterflow.providers.CardDisputes.Evidence;
import dev.afterflow.providers.CardDisputes.Paper;
import dev.afterflow.security.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A pack as banks take it: words by field, the PDF with all pictures in it, and one file for each kind of evidence. What a bank would not
 * take is said while the pack is made, not when it is sent.
 */
@Component
class CardPapers implements Chargebacks.Papers {

    /** Kinds of evidence that take a file of their own. [A][STR-FIX] */
    private static final Set<String> PLACES = Set.of("cancellation_policy", "customer_communication", "customer_signature", "duplicate_charge_documentation", "receipt", "refund_policy",
            "service_documentation", "shipping_documentation");
    private static final String ANYWHERE = "uncategorized_file";
    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final long MOST_BYTES = 5 * 1024 * 1024;

    private final DisputePacks packs;

    CardPapers(DisputePacks packs) {
        this.packs = packs;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Evidence> of(String number) {
        return packs.sentWith(number).map(pack -> new Evidence(packs.words(pack), placed(pack).entrySet().stream()
                .map(each -> new Paper(each.getValue(), each.getKey().name(), each.getKey().mediaType(), packs.bytes(pack, each.getKey()), each.getKey().sha256())).toList()));
    }

    /** Files with the field each goes to; a picture that finds none stands in the PDF all the same. */
    private static Map<Entry, String> placed(Pack pack) {
        Set<String> taken = new HashSet<>();
        Map<Entry, String> placed = new LinkedHashMap<>();
        for (Entry entry : pack.manifest()) {
            if (entry.evidenceId() == null) {
                placed.put(entry, ANYWHERE);
            } else if (PLACES.contains(String.valueOf(entry.field())) && fits(entry) && taken.add(entry.field())) {
                placed.put(entry, entry.field());
            }
        }
        return placed;
    }

    private static boolean fits(Entry entry) {
        return TYPES.contains(entry.mediaType()) && entry.size() <= MOST_BYTES;
    }

    /** {@link Problem} 422 naming what a bank would not take. */
    void check(Pack pack) {
        if (packs.words(pack).values().stream().mapToInt(String::length).sum() > CardWords.MOST_LETTERS) {
            throw Problem.invalid("statement", "disputes.tooLong", "银行合计最多收 15 万字，请缩短陈述和说明", "A bank takes 150,000 characters in all: shorten the statement and the words");
        }
        Map<Entry, String> placed = placed(pack);
        List<Entry> homeless = pack.manifest().stream().filter(entry -> placed.containsKey(entry) ? !fits(entry) : !PackPictures.isDrawn(entry)).toList();
        if (!homeless.isEmpty()) {
            String names = homeless.stream().map(Entry::name).collect(Collectors.joining(", "));
            throw Problem.invalid("statement", "disputes.notTaken", "银行收不下：" + names + "。每类证据一个 PDF，5 MB 以内，图片会并入证据包", "A bank would not take: " + names
                    + ". It takes one PDF of at most 5 MB for each kind; pictures go into the pack");
        }
    }
}
