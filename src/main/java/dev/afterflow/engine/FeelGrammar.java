package dev.afterflow.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of FEEL our tables and forms may use: comparisons, ranges, lists and functions that end. No loops, no
 * functions of one's own, no paths (FEEL would call a Java object's methods by them), no clock (a decision asked again
 * must answer the same).
 */
class FeelGrammar {

    private static final Set<String> FUNCTIONS = Set.of("not", "date", "time", "date and time", "duration", "years and months duration",
            "list contains", "contains", "starts with", "ends with", "lower case", "upper case", "string length", "substring before",
            "substring after", "min", "max", "sum", "count", "floor", "ceiling", "abs", "modulo", "is defined", "string", "number",
            "matches", "all", "any", "day of week", "is empty", "is blank", "trim", "if", "then", "else", "and", "or", "in", "between");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*(?:\\s+[\\p{L}_][\\p{L}\\p{N}_]*)*)\\s*\\(");
    private static final Pattern FORBIDDEN_WORD = Pattern.compile("\\b(for|function|external|some|every|return|satisfies|instance|context|get|invoke)\\b");
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_)\\]\"`]\\s*\\.\\s*[\\p{L}_`]");
    private static final Pattern FORBIDDEN_SIGN = Pattern.compile("[{}`;]|\\*\\*|//|/\\*|\\.\\.\\.");
    private static final Pattern MATCHES = Pattern.compile("\\bmatches\\s*\\(");
    private static final Pattern MATCHES_PLAINLY = Pattern.compile("\\bmatches\\s*\\([^\"]*,\\s*\"([^\"]*)\"\\s*\\)");
    /** Letters, and at most one gap. */
    private static final String WORD = "[^\\\\.*+?()\\[\\]{}|^$]+(\\.\\*[^\\\\.*+?()\\[\\]{}|^$]+)?";
    private static final Pattern PLAIN_PATTERN = Pattern.compile("\\^?(\\.\\*)?\\(?" + WORD + "(\\|" + WORD + ")*\\)?(\\.\\*)?\\$?");
    private static final int LONGEST = 2000;

    Optional<String> wrong(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("An entry has at most " + LONGEST + " characters");
        }
        if (SafeGrammar.hasExpression(text)) {
            return Optional.of("A table is written in FEEL, without ${…}");
        }
        String bare = STRING.matcher(text).replaceAll("\"\"");
        if (FORBIDDEN_WORD.matcher(bare).find()) {
            return Optional.of("No loops, functions or contexts in FEEL here");
        }
        if (PATH.matcher(bare).find() || FORBIDDEN_SIGN.matcher(bare).find()) {
            return Optional.of("No paths, contexts, powers or comments in FEEL here");
        }
        return unknownCall(bare).map(name -> "The function '" + name + "' may not be called").or(() -> search(text));
    }

    private static Optional<String> unknownCall(String bare) {
        Matcher call = CALL.matcher(bare);
        while (call.find()) {
            String[] words = call.group(1).split("\\s+");
            boolean known = false;
            for (int from = 0; from < words.length && !known; from++) {
                known = FUNCTIONS.contains(String.join(" ", Arrays.copyOfRange(words, from, words.length)));
            }
            if (!known) {
                return Optional.of(call.group(1));
            }
        }
        return Optional.empty();
    }

    /** A search pattern is a choice of plain words, so that it cannot run for ever. */
    private static Optional<String> search(String text) {
        Matcher all = MATCHES.matcher(text);
        Matcher plain = MATCHES_PLAINLY.matcher(text);
        while (all.find()) {
            if (!plain.find(all.start()) || plain.start() != all.start() || !PLAIN_PATTERN.matcher(plain.group(1)).matches()) {
                return Optional.of("matches() takes plain words parted by |, such as \".*(one|two).*\"");
            }
        }
        return Optional.empty();
    }
}
