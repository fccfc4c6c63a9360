package dev.afterflow.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** A file of rows under one line of column names, read from front to back one row at a time. */
abstract class Table implements Closeable, Iterator<Table.Line> {

    private static final int MOST_COLUMNS = 500;

    /**
     * One row.
     *
     * @param number its place, from 1, the line of column names not counted
     * @param whole whether it has no more cells than there are columns
     */
    record Line(long number, Map<String, String> cells, boolean whole) {
    }

    private List<String> header;
    private long number;
    private List<String> ahead;

    static Table open(Path path, FileFormat format, String sheet) {
        try {
            Table table = format.type().equals(FileFormat.XLSX) ? new XlsxTable(path, sheet) : new CsvTable(path, format.charset());
            return table.start();
        } catch (IOException e) {
            throw new ImportRefused("文件无法读取:" + e.getMessage(), "The file cannot be read: " + e.getMessage());
        }
    }

    /** The next row that is not empty; null at the end. */
    abstract List<String> cells();

    List<String> header() {
        return header;
    }

    private Table start() throws IOException {
        try {
            List<String> first = advance();
            header = first == null ? List.of() : named(first);
            ahead = advance();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private List<String> advance() {
        List<String> cells = cells();
        while (cells != null && cells.stream().allMatch(String::isBlank)) {
            cells = cells();
        }
        return cells;
    }

    private static List<String> named(List<String> first) {
        if (first.size() > MOST_COLUMNS) {
            throw new ImportRefused("最多 " + MOST_COLUMNS + " 列", "At most " + MOST_COLUMNS + " columns");
        }
        Set<String> known = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String cell : first) {
            String name = clean(cell).strip();
            names.add(known.add(name) && !name.isEmpty() ? name : name + "#" + (names.size() + 1));
        }
        return names;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Line next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), i < ahead.size() ? clean(ahead.get(i)) : "");
        }
        boolean whole = ahead.stream().skip(header.size()).allMatch(String::isBlank);
        ahead = advance();
        return new Line(++number, cells, whole);
    }

    /** Without the tricks that keep Excel from turning long numbers into floats: {@code ="123"}, {@code '123}, a tab. */
    private static String clean(String cell) {
        String text = cell.replace('\0', '\uFFFD');
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return text.substring(2, text.length() - 1);
        }
        if (text.length() > 1 && text.charAt(0) == '\'' && Character.isDigit(text.charAt(1))) {
            return text.substring(1).stripTrailing();
        }
        return text.endsWith("\t") ? text.stripTrailing() : text;
    }
}
