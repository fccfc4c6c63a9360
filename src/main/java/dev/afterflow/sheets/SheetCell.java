package dev.afterflow.sheets;

import java.util.regex.Pattern;

/**
 * The one rule for a cell of every table we give out (OWASP, CSV injection): whatever a spreadsheet might take for a formula gets an
 * apostrophe in front, whatever unseen stands before the sign, and also behind a semicolon or a tab, where a spreadsheet of
 * another country begins the next cell.
 */
public final class SheetCell {

    private static final String SIGN = "[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]*[=+\\-@|\uFF1D\uFF0B\uFF0D\uFF20]";
    private static final Pattern AT_THE_START = Pattern.compile("[\\t\\r\\n]|" + SIGN);
    private static final Pattern IN_ANOTHER_CELL = Pattern.compile("([;\\t])(?=" + SIGN + ")");

    private SheetCell() {
    }

    /** The text as it may stand in a cell; nothing is an empty one. */
    public static String text(String written) {
        if (written == null) {
            return "";
        }
        String within = IN_ANOTHER_CELL.matcher(written.replace("\0", "")).replaceAll("$1'");
        return AT_THE_START.matcher(within).lookingAt() ? "'" + within : within;
    }
}
