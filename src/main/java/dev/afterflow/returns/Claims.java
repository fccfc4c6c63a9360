package dev.afterflow.returns;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a buyer claims more than their price back: a multiple of it, or harm to a person (Consumer Protection Law 55 and 49, Food Safety Law
 * 148); read from the amount asked and from the buyer's own words. It only sends the refund to legal first, so a word too many is
 * harmless.
 */
final class Claims {

    private static final Pattern MORE = Pattern.compile("退一赔|假一赔|[三叁3十拾10]+\\s*倍|惩罚性赔偿|人身(?:损害|伤害)|受伤|烫伤|划伤|割伤|烧伤|触电|中毒|过敏|住院|就医|医药费|医疗费"
            + "|误工费|精神损失|(?:triple|treble|three times|ten times|punitive)|\\binjur|hospital|medical (?:bill|cost)|burn(?:ed|t) (?:my|me|his|her)"
            + "|electric shock|food poisoning|allergic", Pattern.CASE_INSENSITIVE);

    private Claims() {
    }

    /** {@code words} are what the buyer wrote in the case beside the request. */
    static boolean more(Facts facts, List<String> words) {
        boolean amount = facts.asked().askedAmount() != null && facts.asked().askedAmount().compareTo(facts.order().paid()) > 0;
        return amount || Stream.concat(Stream.of(facts.asked().reasonText()), words.stream()).filter(Objects::nonNull)
                .anyMatch(text -> MORE.matcher(text).find());
    }
}
