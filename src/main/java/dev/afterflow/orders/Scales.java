package dev.afterflow.orders;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads weights out of a carrier's words, and knows from what difference on two scales mean two weights. */
final class Scales {

    private static final Pattern WEIGHT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(kg|公斤|千克|克|g)(?![a-z])", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
    private static final int SHARE = 20;
    private static final int LEAST_GRAMS = 50;

    private Scales() {
    }

    static Optional<Integer> lastGrams(String words) {
        return words == null ? Optional.empty() : WEIGHT.matcher(words).results().map(Scales::grams).reduce((earlier, later) -> later);
    }

    static boolean clearlyLess(int grams, int before) {
        return before - grams >= Math.max(LEAST_GRAMS, before / SHARE);
    }

    private static int grams(MatchResult weight) {
        String unit = weight.group(2).toLowerCase(Locale.ROOT);
        BigDecimal number = new BigDecimal(weight.group(1));
        return (unit.equals("g") || unit.equals("克") ? number : number.multiply(KILO)).intValue();
    }
}
