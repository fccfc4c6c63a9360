package dev.afterflow.notifications;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text must not say, by meaning: each rule joins two things that are lawful apart. Part of the code: no model reaches it. */
final class RedLines {

    /** The strength of a hit that the buyer's consent excuses. */
    static final String MARKETING = "MARKETING";
    private static final Pattern NAME = Pattern.compile("\\{([A-Z][A-Z0-9]+)}");
    private static final List<Rule> RULES = read();

    private RedLines() {
    }

    /** What a rule found; {@code strength} is BLOCK, LEGAL_REVIEW, or MARKETING: then it needs the buyer's consent. */
    record Hit(RedLine line, String strength, String words) {
    }

    private record Rule(RedLine line, String strength, boolean wholeText, Pattern hits, Pattern excuse) {

        Hit in(String text) {
            Matcher found = hits.matcher(text);
            return found.find() && (excuse == null || !excuse.matcher(text).find()) ? new Hit(line, strength, found.group()) : null;
        }
    }

    static List<Hit> in(PlainText text) {
        List<Hit> hits = new ArrayList<>();
        for (Rule rule : RULES) {
            List<String> read = rule.wholeText() ? windows(text) : text.sentences();
            read.stream().map(rule::in).filter(hit -> hit != null).findFirst().ifPresent(hits::add);
        }
        return hits;
    }

    /** Each sentence, and each with the next: what is said in one breath; an excuse three sentences away excuses nothing. */
    private static List<String> windows(PlainText text) {
        List<String> windows = new ArrayList<>(text.sentences());
        for (int at = 0; at + 1 < text.sentences().size(); at++) {
            windows.add(text.sentences().get(at) + text.sentences().get(at + 1));
        }
        if (text.sentences().size() != 1) {
            windows.add(text.whole());
        }
        return windows;
    }

    private static List<Rule> read() {
        Map<String, String> words = new LinkedHashMap<>();
        List<Rule> rules = new ArrayList<>();
        for (String line : GuardWords.lines("rules")) {
            if (line.startsWith("WORDS ")) {
                int at = line.indexOf(" = ");
                words.put(line.substring(6, at), filled(line.substring(at + 3).strip(), words));
            } else {
                rules.add(rule(line.substring(5).split(" \\| ?", -1), words));
            }
        }
        return List.copyOf(rules);
    }

    private static Rule rule(String[] part, Map<String, String> words) {
        String excuse = part[4].strip();
        return new Rule(RedLine.valueOf(part[0]), part[1], part[2].equals("T"), Pattern.compile(filled(part[3].strip(), words)),
            excuse.isEmpty() ? null : Pattern.compile(filled(excuse, words)));
    }

    private static String filled(String text, Map<String, String> words) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement("(?:" + words.get(name.group(1)) + ")"));
    }
}
