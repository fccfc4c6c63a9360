package dev.afterflow.cockpit;

import dev.afterflow.sheets.SheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table for a spreadsheet, from which no formula can start. */
final class Csv {

    private final List<List<?>> lines = new ArrayList<>();

    Csv(List<String> head) {
        lines.add(head);
    }

    void line(Object... cells) {
        List<Object> line = new ArrayList<>();
        for (Object cell : cells) {
            line.add(cell instanceof Number ? cell : SheetCell.text(cell == null ? "" : cell.toString()));
        }
        lines.add(line);
    }

    ResponseEntity<byte[]> file(String name) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try {
            CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecords(lines);
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
