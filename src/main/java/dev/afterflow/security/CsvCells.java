package dev.afterflow.security;

import dev.afterflow.sheets.SheetCell;
import java.util.List;
import java.util.stream.Collectors;

/** Cells of a CSV (RFC 4180) that a spreadsheet reads as text: no formula begins in one. */
final class CsvCells {

    private CsvCells() {
    }

    static String row(List<String> cells) {
        return cells.stream().map(CsvCells::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        return "\"" + SheetCell.text(text).replace("\"", "\"\"") + "\"";
    }
}
