package dev.afterflow.notifications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text sounds, and what is meant by one that is spelled in Latin letters: pinyin is read as the characters that the known
 * messages would write for it.
 */
final class Sounds {

    /** Two syllables of English words are chance; a text without a Chinese character must show more of them. */
    private static final int FEWEST = 2;
    private static final int FEWEST_ALONE = 4;
    private static final int LONGEST_SYLLABLE = 6;
    private static final Pattern RUN = Pattern.compile("[a-z]{5,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Map<String, String> CHARACTERS = new HashMap<>();
    private static final Map<Character, String> SYLLABLES = new HashMap<>();
    private static final Map<String, Double> SEEN = new HashMap<>();

    static {
        for (String line : GuardWords.lines("readings")) {
            String[] pair = line.split("\t");
            CHARACTERS.put(pair[0], pair[1]);
            pair[1].chars().forEach(point -> SYLLABLES.put((char) point, pair[0]));
        }
        GuardWords.lines("examples-unlawful").forEach(Sounds::see);
        GuardWords.lines("examples-lawful").forEach(Sounds::see);
    }

    private Sounds() {
    }

    private static void see(String line) {
        for (int at = 0; at < line.length(); at++) {
            SEEN.merge(line.substring(at, at + 1), 1d, Double::sum);
            SEEN.merge(line.substring(at, Math.min(line.length(), at + 2)), 1d, Double::sum);
        }
    }

    /** The syllable of a character, or the character itself. */
    static String of(char character) {
        return SYLLABLES.getOrDefault(character, Character.toString(character));
    }

    /** A text without gaps, each run of pinyin in it as characters. */
    static String read(String tight) {
        int fewest = HAN.matcher(tight).find() ? FEWEST : FEWEST_ALONE;
        return RUN.matcher(tight).replaceAll(run -> {
            List<String> syllables = syllables(run.group());
            return Matcher.quoteReplacement(syllables.size() < fewest ? run.group() : written(syllables));
        });
    }

    /** The fewest syllables a run is made of; none if it is not pinyin. */
    private static List<String> syllables(String run) {
        int[] fewest = new int[run.length() + 1];
        int[] starts = new int[run.length() + 1];
        for (int end = 1; end <= run.length(); end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int from = Math.max(0, end - LONGEST_SYLLABLE); from < end; from++) {
                if (fewest[from] < fewest[end] - 1 && CHARACTERS.containsKey(run.substring(from, end))) {
                    fewest[end] = fewest[from] + 1;
                    starts[end] = from;
                }
            }
        }
        List<String> syllables = new ArrayList<>();
        for (int end = run.length(); end > 0 && fewest[run.length()] < Integer.MAX_VALUE; end = starts[end]) {
            syllables.add(0, run.substring(starts[end], end));
        }
        return syllables;
    }

    /** The likeliest characters, each weighed with the one before it. */
    private static String written(List<String> syllables) {
        List<Way> ways = List.of(new Way(null, "", 0));
        for (String syllable : syllables) {
            List<Way> before = ways;
            ways = CHARACTERS.get(syllable).chars().mapToObj(Character::toString)
                .map(next -> before.stream().map(way -> way.then(next)).max(Comparator.comparingDouble(Way::worth)).orElseThrow()).toList();
        }
        StringBuilder text = new StringBuilder();
        for (Way way = ways.stream().max(Comparator.comparingDouble(Way::worth)).orElseThrow(); way.before() != null; way = way.before()) {
            text.append(way.last());
        }
        return text.reverse().toString();
    }

    /** A way to write what was read so far, with its last character. */
    private record Way(Way before, String last, double worth) {

        Way then(String next) {
            double alone = SEEN.getOrDefault(next, 0d) + 0.01;
            double pair = last.isEmpty() ? alone
                : SEEN.getOrDefault(last + next, 0d) * 30 / (SEEN.getOrDefault(last, 0d) + 1) + alone / 1000;
            return new Way(this, next, worth + Math.log(pair));
        }
    }
}
