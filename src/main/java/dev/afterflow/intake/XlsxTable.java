package dev.afterflow.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** One sheet of a workbook; cells formatted as dates read {@code yyyy-MM-dd HH:mm:ss}. */
class XlsxTable extends Table {

    static final long MOST_BYTES = 50L << 20;
    private static final int MOST_EXPANSION = 100;
    private static final long MOST_WORDS = 200L << 20;
    private static final int MOST_ENTRIES = 1000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    XlsxTable(Path path, String sheet) throws IOException {
        try {
            book = new ReadableWorkbook(path.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException e) {
            throw new IOException(e.getMessage(), e);
        }
        Sheet found = sheet == null ? book.getFirstSheet() : book.findSheet(sheet).orElse(null);
        if (found == null) {
            book.close();
            throw new ImportRefused("工作簿里没有工作表“" + sheet + "”", "The workbook has no sheet '" + sheet + "'");
        }
        stream = found.openStream();
        rows = stream.iterator();
    }

    /** Refuses a workbook that would unfold into far more than it weighs; sizes are counted, not believed. */
    static void weigh(Path path) throws IOException {
        long size = Files.size(path);
        if (size > MOST_BYTES) {
            throw new ImportRefused("XLSX 最大 50 MB", "An XLSX has at most 50 MB");
        }
        long total = 0;
        int count = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                long unfolded = unfolded(zip, entry, size * MOST_EXPANSION - total);
                total += unfolded;
                boolean words = entry.getName().endsWith("sharedStrings.xml") && unfolded > MOST_WORDS;
                if (++count > MOST_ENTRIES || words || total > size * MOST_EXPANSION) {
                    throw new ImportRefused("XLSX 解压后过大(最多 100 倍)", "The XLSX unfolds to too much (at most 100 times)");
                }
            }
        }
    }

    private static long unfolded(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0 && size <= limit; read = in.read(buffer)) {
                size += read;
            }
        }
        return size;
    }

    @Override
    List<String> cells() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            List<String> cells = new ArrayList<>();
            for (Cell cell : rows.next()) {
                cells.add(cell == null ? "" : text(cell));
            }
            return cells;
        } catch (ExcelReaderException e) {
            throw new ImportRefused("工作表内容损坏", "The sheet is broken");
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            return cell.asDate().format(DATE);
        }
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER -> cell.asNumber().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            case FORMULA -> cell.getRawValue() == null ? "" : cell.getRawValue();
            default -> "";
        };
    }

    private static boolean isDate(String format) {
        return format != null && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*([yd]|h.*m|m.*s).*")
                && !format.equalsIgnoreCase("General");
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
