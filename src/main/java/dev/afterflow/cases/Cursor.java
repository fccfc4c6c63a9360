package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Where a page ended: a moment and what stood there; travels as one opaque word. */
record Cursor(Instant at, String key) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    static String write(Instant at, String key) {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "|" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Null for the first page. */
    static Cursor read(String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split("\\|", 2);
            return new Cursor(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]);
        } catch (RuntimeException notOurs) {
            throw Problem.malformed("after", "cursor", "请使用上一页返回的游标", "Use the cursor the page before gave");
        }
    }

    long number() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw Problem.malformed("after", "cursor", "请使用上一页返回的游标", "Use the cursor the page before gave");
        }
    }

    static int size(int asked) {
        return asked <= 0 ? USUAL : Math.min(asked, MOST);
    }
}
