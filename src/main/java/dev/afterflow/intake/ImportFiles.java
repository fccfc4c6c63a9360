package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Uploaded files on disk under random names. */
@Component
class ImportFiles {

    static final long MOST_BYTES = 512L << 20;

    /** A file that was kept, and what it is. */
    record Kept(String name, String stored, long size, String sha256, FileFormat format) {
    }

    private final Path folder;

    ImportFiles(@Value("${afterflow.data}") String data) {
        this.folder = Path.of(data, "imports");
    }

    /** Keeps a file; one that is too large is a 413, one that is no table a 422. */
    Kept keep(String name, InputStream in) {
        String stored = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            Kept kept = write(name, stored, in);
            if (kept.format().type().equals(FileFormat.XLSX)) {
                XlsxTable.weigh(path(stored));
            }
            return kept;
        } catch (IOException e) {
            drop(stored);
            throw new UncheckedIOException(e);
        } catch (ImportRefused e) {
            drop(stored);
            throw Problem.invalid(name, "file", e.zh(), e.en());
        } catch (RuntimeException e) {
            drop(stored);
            throw e;
        }
    }

    private Kept write(String name, String stored, InputStream in) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        FileFormat.Sniffer sniffer = new FileFormat.Sniffer();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path(stored))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) {
                    throw Problem.tooLarge(MOST_BYTES);
                }
                digest.update(buffer, 0, read);
                sniffer.see(buffer, read);
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw new ImportRefused("文件是空的", "The file is empty");
        }
        return new Kept(name, stored, size, HexFormat.of().formatHex(digest.digest()), sniffer.found());
    }

    /** Where a kept file lies. */
    Path path(String stored) {
        return folder.resolve(UUID.fromString(stored).toString());
    }

    void drop(String stored) {
        try {
            Files.deleteIfExists(path(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
