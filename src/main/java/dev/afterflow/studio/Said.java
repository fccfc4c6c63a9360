package dev.afterflow.studio;

import java.util.Locale;

/** A name or a sentence in both languages. */
record Said(String zh, String en) {

    private static final String BETWEEN = " / ";

    /** Chinese, then {@code " / "}, then English; a text without that is the same in both. */
    static Said of(String both) {
        int between = both.indexOf(BETWEEN);
        return between < 0 ? new Said(both, both) : new Said(both.substring(0, between), both.substring(between + BETWEEN.length()));
    }

    /** {@code Freight payer} for {@code freight-payer} or {@code freightPayer}. */
    static String worded(String id) {
        String spaced = id.replace('-', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }
}
