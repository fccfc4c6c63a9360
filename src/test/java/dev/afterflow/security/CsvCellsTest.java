package dev.afterflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A-12, for what this room gives out: no cell begins a formula. */
class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1+1", "＋1", "－1", "＠a"})
    void whatBeginsAFormulaIsText(String cell) {
        assertThat(CsvCells.cell(cell)).startsWith("\"'").doesNotContain("\0");
    }

    @Test
    void quotesAreDoubledAndPlainWordsLeftAlone() {
        assertThat(CsvCells.row(List.of("a \"b\"", "1,2", "", "张三"))).isEqualTo("\"a \"\"b\"\"\",\"1,2\",\"\",\"张三\"\r\n");
    }
}
