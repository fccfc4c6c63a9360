package dev.afterflow.notifications;

import dev.afterflow.notifications.Lexicon.Mention;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a message shows, each trait with its weight: the things it speaks of, each two of them together, and the writing itself.
 * The things are what carries over to words nobody has used yet.
 */
final class Traits {

    private static final double THING = 1;
    private static final double PAIR = 0.7;
    private static final double RELATION = 1.4;
    private static final double SOUND = 0.6;
    /** Two characters or words near each other, with others between. */
    private static final double APART = 0.5;
    private static final int FARTHEST = 5;
    private static final int LONGEST_RUN = 3;
    private static final int STEM = 6;
    private static final Pattern LATIN = Pattern.compile("[a-z]{2,}");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Map<String, Pattern> THINGS = things();

    private Traits() {
    }

    static Map<String, Double> of(String text) {
        PlainText plain = PlainText.of(text);
        Map<String, Double> traits = new HashMap<>();
        String latin = latin(text);
        runs(" " + DIGITS.matcher(LETTERS.matcher(plain.whole()).replaceAll(" ")).replaceAll("0") + " ", traits);
        sounds(plain.whole(), traits);
        apart(plain.whole(), traits);
        words(latin, traits);
        List<List<Mention>> spoken = Speech.of(text);
        meaning(plain.whole(), spoken, traits);
        Relations.in(spoken).forEach(relation -> {
            traits.put("@" + relation.rule(), RELATION);
            traits.put("@" + relation.line(), RELATION);
        });
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

    private static void apart(String whole, Map<String, Double> traits) {
        for (int at = 0; at < whole.length(); at++) {
            for (int next = at + 2; next < whole.length() && next <= at + FARTHEST; next++) {
                if (Character.isIdeographic(whole.charAt(at)) && Character.isIdeographic(whole.charAt(next))) {
                    traits.put("k:" + whole.charAt(at) + whole.charAt(next), APART);
                }
            }
        }
    }

    private static void words(String latin, Map<String, Double> traits) {
        List<String> stems = LATIN.matcher(latin).results().map(MatchResult::group).map(word -> word.substring(0, Math.min(STEM, word.length()))).toList();
        for (int at = 0; at < stems.size(); at++) {
            traits.put("w:" + stems.get(at), 1d);
            for (int next = at + 1; next < stems.size() && next <= at + FARTHEST; next++) {
                traits.merge("w:" + stems.get(at) + "_" + stems.get(next), next == at + 1 ? 1 : APART, Math::max);
            }
        }
    }

    private static void meaning(String whole, List<List<Mention>> spoken, Map<String, Double> traits) {
        List<String> found = found(whole, spoken);
        for (int one = 0; one < found.size(); one++) {
            traits.put("#" + found.get(one), THING);
            for (int other = one + 1; other < found.size(); other++) {
                traits.put("#" + found.get(one) + "+" + found.get(other), PAIR);
            }
        }
    }

    private static List<String> found(String whole, List<List<Mention>> spoken) {
        TreeSet<String> found = new TreeSet<>();
        spoken.forEach(sentence -> sentence.forEach(mention -> found.add(mention.concept())));
        if (HAN.matcher(whole).find()) {
            THINGS.forEach((thing, words) -> {
                if (words.matcher(whole).find()) {
                    found.add(thing);
                }
            });
        }
        return List.copyOf(found);
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
