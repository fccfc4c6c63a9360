package dev.afterflow.notifications;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as its meaning is judged: one width, one script, nothing invisible, no gaps inside words, and each disguise of a
 * word (homophone, pinyin, initials, emoji, look-alike) read as the word.
 *
 * @param whole all letters and digits in a row
 * @param sentences the same, cut where a sentence ends; a cut inside a word is mended
 */
record PlainText(String whole, List<String> sentences) {

    private static final int SHORTEST_SENTENCE = 5;
    private static final Pattern STARS = Pattern.compile("(?:[⭐🌟★☆✨💫✩✪🌠]\\s*)+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern RANGE = Pattern.compile("(?<=\\d)\\s*[-~–—−〜/]\\s*(?=\\d)");
    private static final Pattern PLUS = Pattern.compile("[+➕╋✚](?=\\s*[a-zA-Z微薇维威徽qQ扣我])");
    private static final Pattern PRICE = Pattern.compile("[$¥€£]\\s*(\\d+)");
    /** A digit inside a Latin word stands for the letter it looks like. */
    private static final Pattern LEET = Pattern.compile("(?<=[a-z])[0-5](?=[a-z])");
    private static final Pattern END = Pattern.compile("[。！？!?;；\\n\\r|]+|\\.(?=\\s|$)");
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{M}\\p{Cc}\\p{Co}\\u115F\\u1160\\u3164\\uFFA0\\u2800&&[^\\n\\r]]");
    private static final Map<String, String> PICTURES = Map.ofEntries(Map.entry("🧧", "红包"), Map.entry("💰", "现金"),
        Map.entry("💵", "现金"), Map.entry("💴", "现金"), Map.entry("💸", "现金"), Map.entry("🤑", "现金"), Map.entry("💲", "现金"),
        Map.entry("🎁", "礼物"), Map.entry("👍", "点赞"), Map.entry("📷", "截图"), Map.entry("📸", "截图"), Map.entry("🐧", "qq"),
        Map.entry("🈲", "禁"), Map.entry("🔪", "杀"), Map.entry("🎫", "优惠券"), Map.entry("🎟", "优惠券"), Map.entry("👎", "差评"),
        Map.entry("❤", "芯"), Map.entry("♥", "芯"), Map.entry("💬", ""), Map.entry("㊄", "五"), Map.entry("㈤", "五"));
    private static final Map<Integer, String> CHARACTERS = characters();
    private static final Map<Pattern, String> SPELLINGS = GuardWords.spellings();

    static PlainText of(String text) {
        List<String> cut = cut(folded(text == null ? "" : text));
        String whole = spelled(String.join("", cut));
        return new PlainText(whole, cut.stream().map(PlainText::spelled).toList());
    }

    private static String folded(String text) {
        String seen = stars(text);
        for (Map.Entry<String, String> picture : PICTURES.entrySet()) {
            seen = seen.replace(picture.getKey(), picture.getValue());
        }
        seen = Normalizer.normalize(Normalizer.normalize(seen, Normalizer.Form.NFKC), Normalizer.Form.NFD);
        seen = INVISIBLE.matcher(seen).replaceAll("").toLowerCase(Locale.ROOT);
        seen = PRICE.matcher(seen).replaceAll("$1元");
        seen = LEET.matcher(seen).replaceAll(digit -> Character.toString("oizeas".charAt(Character.digit(digit.group().charAt(0), 10))));
        seen = RANGE.matcher(PLUS.matcher(seen).replaceAll("加")).replaceAll("至");
        StringBuilder simple = new StringBuilder();
        seen.codePoints().forEach(point -> simple.append(CHARACTERS.getOrDefault(point, Character.toString(point))));
        return simple.toString();
    }

    /** Five stars in a row, or a five before a star, are the word. */
    private static String stars(String text) {
        return STARS.matcher(text).replaceAll(run -> {
            long count = run.group().codePoints().filter(point -> !Character.isWhitespace(point)).count();
            return count >= 4 ? "五星" : "星";
        });
    }

    private static List<String> cut(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String part : END.split(text)) {
            open.append(NOISE.matcher(part).replaceAll(""));
            if (open.length() >= SHORTEST_SENTENCE) {
                sentences.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            sentences.add(open.toString());
        }
        return sentences;
    }

    private static String spelled(String tight) {
        String read = tight;
        for (Map.Entry<Pattern, String> spelling : SPELLINGS.entrySet()) {
            read = spelling.getKey().matcher(read).replaceAll(Matcher.quoteReplacement(spelling.getValue()));
        }
        return Sounds.read(read);
    }

    private static Map<Integer, String> characters() {
        Map<Integer, String> pairs = new HashMap<>();
        for (String line : GuardWords.lines("characters")) {
            int[] points = line.codePoints().toArray();
            for (int at = 0; at + 1 < points.length; at += 2) {
                pairs.put(points[at], Character.toString(points[at + 1]));
            }
        }
        return pairs;
    }
}
