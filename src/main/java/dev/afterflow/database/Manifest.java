package dev.afterflow.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in a backup, written last: a folder without it is half a backup.
 *
 * @param schema the newest migration of the database that was copied
 * @param at     the database's time of the snapshot; later deeds are not in it
 * @param months which months each table by month had
 */
record Manifest(String product, String schema, Instant at, List<Rows> tables, Map<String, Long> sequences,
                Map<String, List<String>> months, Evidence evidence) {

    static final String FILE = "manifest.json";
    static final String PRODUCT = "afterflow";
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A table's rows in PostgreSQL's binary copy format, compressed. */
    record Rows(String table, List<String> columns, String file, long rows, long bytes, String sha256) {
    }

    /** The files of evidence; {@code list} names them with their hashes, and {@code sha256} is the list's own. */
    record Evidence(String list, long files, long bytes, String sha256) {
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new DatabaseRefused("There is no " + FILE + " in " + folder + ": it is no backup, or one that was not finished.",
                    "Name the folder of a finished backup.");
        }
        try {
            Manifest manifest = JSON.readValue(Files.readString(file), Manifest.class);
            if (!PRODUCT.equals(manifest.product())) {
                throw new DatabaseRefused(file + " is not of Afterflow.", "Name the folder of a backup.");
            }
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException broken) {
            throw new DatabaseRefused(file + " cannot be read.", "The backup is damaged; take another one.", broken);
        }
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }

    long rows() {
        return tables.stream().mapToLong(Rows::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(Rows::bytes).sum() + evidence.bytes();
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
