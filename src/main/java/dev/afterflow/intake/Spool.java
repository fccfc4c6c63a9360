package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A body on disk with the places of its rows: what is wrong with the body as a whole is known before the first row is
 * taken, and no more than one row is in memory.
 */
class Spool implements Closeable {

    static final long MOST_BYTES = 32L << 20;
    static final int MOST_ROWS = 10_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final Path path;
    private final RandomAccessFile file;
    private long[] places = new long[64];
    private int rows;

    private Spool(InputStream body) throws IOException {
        path = Files.createTempFile("afterflow-intake", ".body");
        try {
            copy(body);
            file = new RandomAccessFile(path.toFile(), "r");
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** A JSON object, or an array of rows. */
    static Spool ofJson(InputStream body) throws IOException {
        return open(body, Spool::findInJson);
    }

    /** One row a line; empty lines are no rows. */
    static Spool ofLines(InputStream body) throws IOException {
        return open(body, Spool::findInLines);
    }

    private interface Finder {
        void find(Spool spool, InputStream in) throws IOException;
    }

    private static Spool open(InputStream body, Finder finder) throws IOException {
        Spool spool = new Spool(body);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(spool.path), 1 << 16)) {
            finder.find(spool, in);
            if (spool.rows == 0) {
                throw Problem.malformed("", "empty", "请至少发送一行", "Send one row at least");
            }
            return spool;
        } catch (JacksonException e) {
            spool.close();
            throw Problem.malformed("", "json", "不是有效的 JSON(第 " + line(e) + " 行附近)", "This is not valid JSON near line " + line(e));
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    int rows() {
        return rows;
    }

    /** The bytes of a row, or null when it is longer than a row may be. */
    byte[] row(int row) throws IOException {
        long from = places[2 * row];
        long length = places[2 * row + 1] - from;
        if (length > RowReader.MOST_BYTES) {
            return null;
        }
        byte[] bytes = new byte[(int) length];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }

    private void copy(InputStream body) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) {
                    throw Problem.tooLarge(MOST_BYTES);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void findInJson(InputStream in) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    skip(parser);
                }
            } else if (first != null) {
                skip(parser);
            }
            if (parser.nextToken() != null) {
                throw Problem.malformed("", "json", "只能有一个对象或一个数组;多行请用 application/x-ndjson",
                        "Send one object or one array; for lines use application/x-ndjson");
            }
        }
    }

    private void skip(JsonParser parser) {
        long from = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        add(from, parser.currentLocation().getByteOffset());
    }

    private void findInLines(InputStream in) throws IOException {
        long place = 0;
        long from = 0;
        boolean blank = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            place++;
            if (b == '\n') {
                if (!blank) {
                    add(from, place - 1);
                }
                from = place;
                blank = true;
            } else {
                blank &= b == ' ' || b == '\t' || b == '\r';
            }
        }
        if (!blank) {
            add(from, place);
        }
    }

    private void add(long from, long to) {
        if (rows == MOST_ROWS) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "intake.tooManyRows",
                    "一次最多 " + MOST_ROWS + " 行,请分批发送", "At most " + MOST_ROWS + " rows a call: send them in parts");
        }
        if (2 * rows == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[2 * rows] = from;
        places[2 * rows + 1] = to;
        rows++;
    }

    private static long line(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }
}
