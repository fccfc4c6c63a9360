package dev.afterflow.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The patterns a text field of a form may ask for: a fixed list, each matched in time linear in the text, so that no form
 * can make the server search for ever.
 */
public enum TextPattern {

    ANY(".*"),
    EMAIL("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}"),
    PHONE("\\+?[0-9][0-9 ()-]{5,24}"),
    DIGITS("[0-9]+"),
    LETTERS_AND_DIGITS("[A-Za-z0-9]+"),
    WAYBILL("[A-Za-z0-9-]{6,40}"),
    MONEY("[0-9]{1,12}(\\.[0-9]{1,2})?");

    private final Pattern pattern;

    TextPattern(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** The pattern written like this, with or without its anchors; empty if it is not on the list. */
    public static Optional<TextPattern> listed(String written) {
        String bare = written.replaceAll("^\\^|\\$$", "");
        return Stream.of(values()).filter(known -> known.pattern.pattern().equals(bare)).findFirst();
    }

    static String list() {
        return Stream.of(values()).map(known -> known.pattern.pattern()).sorted().collect(Collectors.joining("  "));
    }
}
