package dev.afterflow.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be evidence; a picture is kept as our own copy, all else as it came and never shown inside a page. */
enum FileKind {

    JPEG("image/jpeg", true, 10, "jpg", "jpeg"),
    PNG("image/png", true, 10, "png"),
    WEBP("image/webp", true, 10, "webp"),
    HEIC("image/heic", false, 10, "heic", "heif"),
    MP4("video/mp4", false, 100, "mp4"),
    PDF("application/pdf", false, 10, "pdf"),
    TEXT("text/plain", false, 10, "txt");

    static final Set<String> INLINE = Set.of("image/jpeg", "image/png");

    private static final long MEGABYTE = 1_000_000;

    private final String type;
    private final boolean picture;
    private final long limit;
    private final Set<String> endings;

    FileKind(String type, boolean picture, long megabytes, String... endings) {
        this.type = type;
        this.picture = picture;
        this.limit = megabytes * MEGABYTE;
        this.endings = Set.of(endings);
    }

    String type() {
        return type;
    }

    boolean picture() {
        return picture;
    }

    long limit() {
        return limit;
    }

    /** By the last ending of the name. */
    static Optional<FileKind> named(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
    }
}
