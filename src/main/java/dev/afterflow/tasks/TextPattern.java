package dev.afterflow.tasks;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The patterns a text field may ask for: a fixed list, each matched in time linear in the text, so that no form can make the
 * server search for ever.
 */
enum TextPattern {

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

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** The pattern of a field's {@code validate} block, written with or without its anchors. */
    static TextPattern of(JsonNode validate) {
        String type = validate.path("validationType").asString("custom");
        String wanted = validate.path("pattern").asString("").replaceAll("^\\^|\\$$", "");
        if (Set.of("email", "phone").contains(type)) {
            return type.equals("email") ? EMAIL : PHONE;
        }
        return wanted.isEmpty() ? ANY : listed(wanted);
    }

    private static TextPattern listed(String wanted) {
        for (TextPattern known : values()) {
            if (known.pattern.pattern().equals(wanted)) {
                return known;
            }
        }
        throw new IllegalArgumentException("A form asks for a pattern that is not on the list: " + wanted);
    }
}
