package dev.afterflow.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Copies the whole house into a folder while it works on: every table as one snapshot saw it, then the files of evidence,
 * which never change once they are there. Nothing is encrypted; the folder holds everything there is to know about buyers.
 */
@Component
public class Backup {

    private static final String UNFINISHED = ".unfinished";

    private final JdbcConnectionDetails database;
    private final Path evidence;

    Backup(JdbcConnectionDetails database, @Value("${afterflow.data}/evidence") Path evidence) {
        this.database = database;
        this.evidence = evidence.toAbsolutePath().normalize();
    }

    /** How far a backup is: {@code done} of {@code all} tables, then of all files. */
    public record Progress(String step, long done, long all) {
    }

    /** A finished backup; {@code bytes} as they lie on the disk. */
    public record Made(String name, Instant at, String schema, int tables, long rows, long files, long bytes) {

        private static Made of(Path folder, Manifest manifest) {
            return new Made(folder.getFileName().toString(), manifest.at(), manifest.schema(), manifest.tables().size(),
                    manifest.rows(), manifest.evidence().files(), manifest.bytes());
        }
    }

    /** Makes the folder, which must not be there or be empty; what was begun and failed leaves nothing behind. */
    public Made into(Path folder, Consumer<Progress> progress) {
        Path target = folder.toAbsolutePath().normalize();
        Path begun = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            demandEmpty(target);
            forget(begun);
            Files.createDirectories(target.getParent());
            forOurselves(Files.createDirectory(begun));
            Files.createDirectory(begun.resolve("tables"));
            Manifest manifest = copy(begun, progress);
            manifest.write(begun);
            Files.deleteIfExists(target);
            Files.move(begun, target, StandardCopyOption.ATOMIC_MOVE);
            return Made.of(target, manifest);
        } catch (IOException e) {
            throw new DatabaseRefused("The backup could not be written to " + target + ": " + e.getMessage(),
                    "Look at the free space and the rights of that folder.", e);
        } catch (SQLException e) {
            throw new DatabaseRefused("The backup could not be read from the database: " + e.getMessage(), "Try again once the database answers.", e);
        } finally {
            forget(begun);
        }
    }

    /** The finished backups in a folder, the newest first. */
    public static List<Made> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(each -> Files.isRegularFile(each.resolve(Manifest.FILE))).flatMap(each -> readable(each).stream())
                    .sorted(Comparator.comparing(Made::at).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A damaged one hides no other. */
    private static Optional<Made> readable(Path folder) {
        try {
            return Optional.of(Made.of(folder, Manifest.read(folder)));
        } catch (DatabaseRefused damaged) {
            return Optional.empty();
        }
    }

    private Manifest copy(Path folder, Consumer<Progress> progress) throws SQLException, IOException {
        Manifest manifest;
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), login())) {
            manifest = new Snapshot(connection).into(folder, progress);
        }
        return new Manifest(manifest.product(), manifest.schema(), manifest.at(), manifest.tables(), manifest.sequences(),
                manifest.months(), new EvidenceFiles(evidence).copyTo(folder, progress));
    }

    private Properties login() {
        Properties login = new Properties();
        login.put("user", database.getUsername());
        login.put("password", database.getPassword());
        login.put("ApplicationName", "afterflow-backup");
        login.put("connectTimeout", "5");
        login.put("tcpKeepAlive", "true");
        return login;
    }

    private static void demandEmpty(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new DatabaseRefused("The folder " + target + " is not empty.", "Name a folder that is not there yet.");
            }
        }
    }

    /** Where the system knows such rights, nobody but this user reads a backup. */
    private static void forOurselves(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void forget(Path begun) {
        if (!Files.exists(begun)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(begun)) {
            inside.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
