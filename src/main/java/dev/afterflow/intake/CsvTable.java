package dev.afterflow.intake;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV by RFC 4180: quotes, line breaks inside quotes; separated by comma, semicolon or tab, told by the first line. */
class CsvTable extends Table {

    private static final int LONGEST_ROW = 1 << 20;

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Metered metered;

    CsvTable(Path path, String charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), Charset.forName(charset)), 1 << 16);
        reader.mark(1 << 16);
        int first = reader.read();
        reader.reset();
        if (first == '\uFEFF') {
            reader.skip(1);
        }
        char separator = separator(reader);
        metered = new Metered(reader);
        parser = CSVParser.parse(metered, CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get());
        records = parser.iterator();
    }

    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(1 << 16);
        int[] count = new int[128];
        boolean quoted = false;
        for (int i = 0, c = reader.read(); i < 60_000 && c >= 0 && (quoted || c != '\n'); i++, c = reader.read()) {
            quoted ^= c == '"';
            if (!quoted && c < 128) {
                count[c]++;
            }
        }
        reader.reset();
        if (count['\t'] > count[','] && count['\t'] >= count[';']) {
            return '\t';
        }
        return count[';'] > count[','] ? ';' : ',';
    }

    @Override
    List<String> cells() {
        metered.used = 0;
        try {
            return records.hasNext() ? records.next().toList() : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            long line = parser.getCurrentLineNumber() + 1;
            throw new ImportRefused("第 " + line + " 行附近的引号不完整,或一行超过 1 MB", "Broken quotes, or a row above 1 MB, near line " + line);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** A quote that is never closed must not swallow the file into memory. */
    private static final class Metered extends FilterReader {

        private long used;

        Metered(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, Math.min(length, 1 << 13));
            return counted(read, read);
        }

        private int counted(int result, int more) throws IOException {
            used += more;
            if (used > LONGEST_ROW) {
                throw new IOException("A row is longer than " + LONGEST_ROW);
            }
            return result;
        }
    }
}
