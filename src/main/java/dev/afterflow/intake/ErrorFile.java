package dev.afterflow.intake;

import dev.afterflow.sheets.SheetCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The refused rows of an import as a CSV that a spreadsheet opens without running anything in it. */
class ErrorFile {

    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() { };

    private final JsonMapper json;

    ErrorFile(JsonMapper json) {
        this.json = json;
    }

    void write(Stream<JdbcImports.Refused> rows, String language, Writer out) throws IOException {
        out.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        Iterator<JdbcImports.Refused> all = rows.iterator();
        boolean english = language.startsWith("en");
        List<String> columns = null;
        while (all.hasNext()) {
            JdbcImports.Refused row = all.next();
            Map<String, String> cells = row.data() == null ? Map.of() : json.readValue(row.data(), CELLS);
            if (columns == null) {
                columns = new ArrayList<>(cells.keySet());
                head(printer, english, columns);
            }
            line(printer, row, english, columns, cells);
        }
        if (columns == null) {
            head(printer, english, List.of());
        }
        printer.flush();
    }

    private static void head(CSVPrinter printer, boolean english, List<String> columns) throws IOException {
        List<String> head = new ArrayList<>(english ? List.of("row", "id", "field", "rule", "remedy")
                : List.of("行", "编号", "字段", "规则", "处理办法"));
        columns.forEach(column -> head.add(SheetCell.text(column)));
        printer.printRecord(head);
    }

    private static void line(CSVPrinter printer, JdbcImports.Refused row, boolean english, List<String> columns,
                             Map<String, String> cells) {
        List<String> line = new ArrayList<>(List.of(Long.toString(row.row()), SheetCell.text(row.id()), SheetCell.text(row.field()),
                SheetCell.text(row.rule()), SheetCell.text(english ? row.remedyEn() : row.remedyZh())));
        columns.forEach(column -> line.add(SheetCell.text(cells.get(column))));
        try {
            printer.printRecord(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
