package dev.afterflow.cockpit;

import dev.afterflow.security.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Where a page ended: a moment and what stood there; travels as one opaque word. */
record Cursor(OffsetDateTime at, String key) {

    private static final Cursor START = new Cursor(OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "");
    private static final Cursor END = new Cursor(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "");
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** Rows of a list and the cursor of the page after them, null on the last. */
    record Page<T>(List<T> items, String next) {

        /** Cuts what was read, one row more than wanted, into a page. */
        static <T> Page<T> of(List<T> read, int size, Function<T, Cursor> cursor) {
            List<T> items = read.size() > size ? read.subList(0, size) : read;
            return new Page<>(items, read.size() > size ? cursor.apply(items.get(size - 1)).written() : null);
        }
    }

    /** The start of the list for null. */
    static Cursor read(String word) {
        if (word == null || word.isBlank()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(OffsetDateTime.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw Problem.malformed("after", "cursor", "请使用上一页返回的 next", "Use the next of the page before");
        }
    }

    /** The newest end of a list that begins there. */
    static Cursor newest(String word) {
        return word == null || word.isBlank() ? END : read(word);
    }

    static int size(Integer asked) {
        return asked == null ? USUAL : Math.max(1, Math.min(asked, MOST));
    }

    private String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
