package dev.afterflow.prints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Files in a ZIP with a manifest of their SHA-256 hashes; the same files make the same bytes. */
public final class Bundle {

    /** What the manifest is called; its lines are those of {@code sha256sum}. */
    public static final String MANIFEST = "manifest.sha256";

    private Bundle() {
    }

    /** A file by its name in the ZIP, which stands there once. */
    public record File(String name, byte[] content) {
    }

    public static byte[] zip(List<File> files) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (File file : files) {
                add(zip, file.name(), file.content());
            }
            add(zip, MANIFEST, files.stream().map(file -> DigestUtils.sha256Hex(file.content()) + "  " + file.name() + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
            zip.finish();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
