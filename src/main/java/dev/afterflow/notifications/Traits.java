package dev.afterflow.notifications;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message shows, each trait with its weight: the things it speaks of, each two of them together, and the writing itself.
 * The things are what carries over to words nobody has used yet.
 */
final class Traits {

    private static final double THING = 1.5;
    private static final double PAIR = 1;
    private static final double SOUND = 0.6;
    private static final int LONGEST_RUN = 3;
    private static final int STEM = 6;
    private static final Pattern LATIN = Pattern.compile("[a-z]{2,}");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Map<String, Pattern> THINGS = things();
    private static final List<List<String>> RISKS = GuardWords.lines("risks").stream().map(line -> List.of(line.split("\t"))).toList();

    private Traits() {
    }

    /** Whether a message speaks of things that a red line joins, whatever it says of them. */
    static boolean risky(String text) {
        List<String> found = found(PlainText.of(text).whole(), latin(text));
        return RISKS.stream().anyMatch(found::containsAll);
    }

    static Map<String, Double> of(String text) {
        PlainText plain = PlainText.of(text);
        Map<String, Double> traits = new HashMap<>();
        String latin = latin(text);
        runs(" " + DIGITS.matcher(LETTERS.matcher(plain.whole()).replaceAll(" ")).replaceAll("0") + " ", traits);
        sounds(plain.whole(), traits);
        words(latin, traits);
        meaning(plain.whole(), latin, traits);
        return traits;
    }

    private static String latin(String text) {
        return ACCENT.matcher(Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC), Normalizer.Form.NFD))
            .replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static void runs(String writing, Map<String, Double> traits) {
        for (int length = 1; length <= LONGEST_RUN; length++) {
            for (int at = 0; at + length <= writing.length(); at++) {
                String run = writing.substring(at, at + length);
                if (!run.isBlank()) {
                    traits.put(run, 1d);
                }
            }
        }
    }

    /** A character written for another that sounds the same changes nothing here. */
    private static void sounds(String whole, Map<String, Double> traits) {
        for (int at = 0; at + 1 < whole.length(); at++) {
            if (Character.isIdeographic(whole.charAt(at)) && Character.isIdeographic(whole.charAt(at + 1))) {
                traits.put("s:" + Sounds.of(whole.charAt(at)) + "_" + Sounds.of(whole.charAt(at + 1)), SOUND);
            }
        }
    }

    private static void words(String latin, Map<String, Double> traits) {
        String before = "";
        Matcher word = LATIN.matcher(latin);
        while (word.find()) {
            String stem = word.group().substring(0, Math.min(STEM, word.group().length()));
            traits.put("w:" + stem, 1d);
            if (!before.isEmpty()) {
                traits.put("w:" + before + "_" + stem, 1d);
            }
            before = stem;
        }
    }

    private static void meaning(String whole, String latin, Map<String, Double> traits) {
        List<String> found = found(whole, latin);
        for (int one = 0; one < found.size(); one++) {
            traits.put("#" + found.get(one), THING);
            for (int other = one + 1; other < found.size(); other++) {
                traits.put("#" + found.get(one) + "+" + found.get(other), PAIR);
            }
        }
    }

    private static List<String> found(String whole, String latin) {
        return THINGS.entrySet().stream().filter(thing -> thing.getValue().matcher(whole).find() || thing.getValue().matcher(latin).find())
            .map(Map.Entry::getKey).toList();
    }

    private static Map<String, Pattern> things() {
        Map<String, Pattern> things = new LinkedHashMap<>();
        for (String line : GuardWords.lines("concepts")) {
            String[] pair = line.split("\t");
            things.put(pair[0], Pattern.compile(pair[1]));
        }
        return things;
    }
}
