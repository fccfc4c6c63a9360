package dev.afterflow.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check says about a model.
 *
 * @param file resource name of the model
 * @param element id of the element, or its place if it has none
 * @param rule stable short name of the rule, such as {@code guard.expression}
 * @param text one English sentence that says what is wrong and what would be right
 * @param refusal true: the model is not deployed; false: a warning
 */
public record Finding(String file, String element, String rule, String text, boolean refusal) {

    private static final Pattern LINE = Pattern.compile("line ([0-9]{1,6})");

    public static Finding refusal(String file, String element, String rule, String text) {
        return new Finding(file, element, rule, text, true);
    }

    public static Finding warning(String file, String element, String rule, String text) {
        return new Finding(file, element, rule, text, false);
    }

    /** The line the text speaks of, or 0. */
    public int line() {
        Matcher line = LINE.matcher(element + " " + text);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    @Override
    public String toString() {
        return "%s %s: [%s] %s".formatted(file, element, rule, text);
    }
}
