package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** Where a page ended: the sort keys of its last row. Opaque to clients. */
record Cursor(Instant due, int priority, Instant created, String task) {

    static Cursor of(WorkItem last) {
        return new Cursor(last.dueAt(), last.priority(), last.createdAt(), last.taskId());
    }

    /** A task without a due date sorts behind all others. */
    String dueText() {
        return due == null ? "infinity" : due.toString();
    }

    String written() {
        String plain = String.join(" ", dueText(), Integer.toString(priority), created.toString(), task);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String written) {
        try {
            String[] keys = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ", 4);
            Instant due = keys[0].equals("infinity") ? null : Instant.parse(keys[0]);
            return new Cursor(due, Integer.parseInt(keys[1]), Instant.parse(keys[2]), keys[3]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw Problem.malformed("after", "cursor", "请使用上一页返回的 next", "Use the next of the page before");
        }
    }
}
