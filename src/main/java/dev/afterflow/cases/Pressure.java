package dev.afterflow.cases;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a buyer held a review or exposure over the seller to get money; one message has to hold both. A sign for a person, no proof. */
final class Pressure {

    private static final Pattern THREAT = Pattern.compile("差评|曝光|一星|bad review|one[- ]star|1[- ]star|negative (?:review|feedback)");
    private static final Pattern WISH = Pattern.compile("退款|退钱|退我|赔|补偿|红包|返现|转账|给钱|refund|money|compensat|pay me|gift");

    private Pressure() {
    }

    static boolean in(List<String> talk) {
        return talk.stream().map(words -> Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .anyMatch(words -> THREAT.matcher(words).find() && WISH.matcher(words).find());
    }
}
