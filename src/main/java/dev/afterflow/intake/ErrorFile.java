package dev.afterflow.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The refused rows of an import as a CSV that a spreadsheet opens without running anything in it. */
class ErrorFile {

    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() { };
    private static final String SIGN = "[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]";
    private static final Pattern AT_THE_START = Pattern.compile("[\\t\\r\\n]|" + SIGN);
    private static final Pattern IN_ANOTHER_CELL = Pattern.compile("([;\\t])(?=" + SIGN + ")");

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
        columns.forEach(column -> head.add(safe(column)));
        printer.printRecord(head);
    }

    private static void line(CSVPrinter printer, JdbcImports.Refused row, boolean english, List<String> columns,
                             Map<String, String> cells) {
        List<String> line = new ArrayList<>(List.of(Long.toString(row.row()), safe(row.id()), safe(row.field()),
                safe(row.rule()), safe(english ? row.remedyEn() : row.remedyZh())));
        columns.forEach(column -> line.add(safe(cells.get(column))));
        try {
            printer.printRecord(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A cell that a spreadsheet might take for a formula gets an apostrophe in front: whatever unseen stands before the sign, and
     * also behind a semicolon or a tab, where a spreadsheet of another country begins the next cell.
     */
    static String safe(String cell) {
        if (cell == null) {
            return "";
        }
        String within = IN_ANOTHER_CELL.matcher(cell.replace("\0", "")).replaceAll("$1'");
        return AT_THE_START.matcher(within).lookingAt() ? "'" + within : within;
    }
}
