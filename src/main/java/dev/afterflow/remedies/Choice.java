package dev.afterflow.remedies;

import dev.afterflow.remedies.Remedies.Line;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a buyer's message as the choice of an option: exactly its number (2, ２, ②, 二) or its word, and nothing besides. */
final class Choice {

    private static final Map<String, Integer> NUMERALS = Map.ofEntries(
            Map.entry("一", 1), Map.entry("二", 2), Map.entry("三", 3), Map.entry("四", 4), Map.entry("五", 5), Map.entry("六", 6),
            Map.entry("七", 7), Map.entry("八", 8), Map.entry("九", 9), Map.entry("壹", 1), Map.entry("贰", 2), Map.entry("貳", 2),
            Map.entry("叁", 3), Map.entry("參", 3), Map.entry("肆", 4), Map.entry("伍", 5), Map.entry("陆", 6), Map.entry("陸", 6),
            Map.entry("柒", 7), Map.entry("捌", 8), Map.entry("玖", 9));

    private Choice() {
    }

    static Optional<Line> of(String text, List<Line> lines) {
        String said = plain(text);
        return lines.stream().filter(line -> number(said) == line.number() || said.equals(plain(line.titleZh()))
                || said.equals(plain(line.titleEn()))).findFirst();
    }

    private static int number(String said) {
        return said.matches("[1-9]") ? Integer.parseInt(said) : NUMERALS.getOrDefault(said, 0);
    }

    /** Full-width and circled characters as plain ones, without the spaces and stops around. */
    private static String plain(String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}.。!！,，、;；~]+$", "");
    }
}
