package dev.afterflow.notifications;

import dev.afterflow.notifications.Lexicon.Mention;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text in Latin letters, sentence by sentence, as English or Portuguese: without accents, each contraction in full. */
final class Speech {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern SUM = Pattern.compile("(?:r|us)?[$€£]\\s*\\d[\\d.,]*|\\d[\\d.,]*\\s*[$€£]");
    private static final Pattern LEET = Pattern.compile("(?<=[a-z])[0-5](?=[a-z])");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+|%");
    private static final Pattern END = Pattern.compile("[。！？!?;；\\n\\r|]+|\\.(?=\\s|$)");
    private static final Set<String> ENGLISH = Set.of("the", "you", "your", "we", "our", "to", "is", "of", "and", "it", "for", "will", "i", "my",
        "this", "that", "us", "are", "be", "not", "have", "on", "with", "at", "from", "was", "if", "can", "please");
    private static final Set<String> PORTUGUESE = Set.of("de", "que", "voce", "o", "os", "um", "uma", "para", "pra", "seu", "sua", "nao", "da", "na",
        "nos", "e", "se", "com", "por", "em", "ja", "mais", "senhora", "senhor", "gente", "eu", "foi", "ou", "aqui", "quem", "sem");
    private static final Lexicon IN_ENGLISH = Lexicon.read("lexicon.en");
    private static final Lexicon IN_PORTUGUESE = Lexicon.read("lexicon.pt");

    private Speech() {
    }

    /** What each sentence speaks of, in the order of its words. */
    static List<List<Mention>> of(String text) {
        List<List<Mention>> spoken = new ArrayList<>();
        List<List<String>> sentences = new ArrayList<>();
        for (String sentence : END.split(plain(text))) {
            sentences.add(words(sentence));
        }
        long english = sentences.stream().flatMap(List::stream).filter(ENGLISH::contains).count();
        long portuguese = sentences.stream().flatMap(List::stream).filter(PORTUGUESE::contains).count();
        for (List<String> sentence : sentences) {
            List<Mention> mentions = new ArrayList<>();
            if (english >= portuguese) {
                mentions.addAll(IN_ENGLISH.mentions(sentence));
            }
            if (portuguese >= english) {
                mentions.addAll(IN_PORTUGUESE.mentions(sentence));
            }
            spoken.add(mentions);
        }
        return spoken;
    }

    /** Lower case, no accents, one way to write a contraction and a sum of money. */
    static String plain(String text) {
        String plain = ACCENT.matcher(Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC), Normalizer.Form.NFD))
            .replaceAll("").toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'').replace('`', '\'');
        plain = LEET.matcher(plain).replaceAll(digit -> Character.toString("oizeas".charAt(Character.digit(digit.group().charAt(0), 10))));
        return SUM.matcher(plain).replaceAll(" moneysum ");
    }

    static List<String> words(String text) {
        String full = text.replace("can't", "can not").replace("cannot", "can not").replace("won't", "will not").replace("n't", " not")
            .replace("'ll", " will").replace("'ve", " have").replace("'re", " are").replace("'d", " would").replace("'m", " am").replace("'s", "");
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(full);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
