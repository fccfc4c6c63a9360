package dev.afterflow.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attack A-12: what somebody wrote is no formula in any table of ours. */
class SpreadsheetFormulaTest {

    private static final List<String> FORMULAS = List.of("=HYPERLINK(\"https://evil.example\",\"x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00A0=1+1", "\u3000=1+1", "\u200B=1+1", "\uFEFF=1+1", "\u2060+1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(1)",
            "\0=1+1", "x;=1+1", "x\t=1+1", "\"=1+1", "|cmd");

    static Stream<String> formulas() {
        return FORMULAS.stream();
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void aCellThatASpreadsheetWouldRunHasAnApostropheInFront(String formula) {
        assertThat(runs(SheetCell.text(formula))).as("%s", formula.codePoints().boxed().toList()).isFalse();
    }

    @Test
    void whatIsHarmlessStaysAsItWas() {
        assertThat(List.of("订单 1", "a-b", "1=1", "me@example.com", "'quoted'", "129.50")).allSatisfy(cell -> assertThat(SheetCell.text(cell)).isEqualTo(cell));
        assertThat(SheetCell.text(null)).isEmpty();
    }

    /** As a spreadsheet looks at a cell, and at each part of it where the separator of its country cuts. */
    private static boolean runs(String cell) {
        return Stream.of(cell.split("[;\\t]")).map(part -> part.replaceAll("^[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]+", "")).anyMatch(part -> part.matches("(?s)[=+\\-@|＝＋－＠].*"));
    }
}
