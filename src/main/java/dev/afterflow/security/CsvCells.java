package dev.afterflow.security;

import java.util.List;
import java.util.stream.Collectors;

/** Cells of a CSV (RFC 4180) that a spreadsheet reads as text: whatever could begin a formula gets an apostrophe in front. */
final class CsvCells {

    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠|";

    private CsvCells() {
    }

    static String row(List<String> cells) {
        return cells.stream().map(CsvCells::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String shown = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + shown.replace("\"", "\"\"").replace("\0", "") + "\"";
    }
}
