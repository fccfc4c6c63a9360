package dev.afterflow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * A start with {@code --restore=<folder>}: checks the backup, makes its schema in an empty database, loads its rows and its
 * evidence, and lets each room put in order what a restore unsettles. What was sent since the backup is not known then, so
 * the house starts frozen.
 */
class Restore {

    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

    private final String folder;
    private final Path evidence;

    Restore(Environment settings) {
        this.folder = settings.getProperty("restore", "");
        this.evidence = Path.of(settings.getProperty("afterflow.data", "data"), "evidence").toAbsolutePath().normalize();
    }

    void ifAsked(Flyway flyway) {
        if (folder.isBlank()) {
            return;
        }
        Path backup = Path.of(folder).toAbsolutePath().normalize();
        Manifest manifest = Manifest.read(backup);
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            demandEmpty(owner);
            demandKnown(flyway, manifest);
            verify(backup, manifest);
            LOG.info("Restoring the backup of {} from {}: {} rows of {} tables, {} files …", manifest.at(), backup,
                    manifest.rows(), manifest.tables().size(), manifest.evidence().files());
            Flyway.configure().configuration(flyway.getConfiguration()).target(MigrationVersion.fromVersion(manifest.schema())).load().migrate();
            new Load(owner).from(backup, manifest);
            new EvidenceFiles(evidence).takeFrom(backup, manifest.evidence());
            LOG.warn("The backup of {} is restored. Nothing leaves the house until the statements since then are here and an "
                    + "administrator lifts the freeze. Start without --restore next time.", manifest.at());
        } catch (SQLException | IOException e) {
            throw new DatabaseRefused("The backup in " + backup + " could not be restored: " + e.getMessage(),
                    "Drop the database, create it empty (owner: the role of SPRING_FLYWAY_USER) and start again.", e);
        }
    }

    private static void demandEmpty(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery("""
                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'""")) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new DatabaseRefused("A backup is restored into an empty database only, and this one has tables.",
                        "Create a new database for it; if this one was restored already, start without --restore.");
            }
        }
    }

    private static void demandKnown(Flyway flyway, Manifest manifest) {
        MigrationVersion wanted = MigrationVersion.fromVersion(manifest.schema());
        boolean known = Arrays.stream(flyway.info().all()).anyMatch(each -> wanted.equals(each.getVersion()));
        if (!known) {
            throw new DatabaseRefused("The backup was made by another Afterflow (its schema is " + manifest.schema() + ").",
                    "Restore it with the version that made it, or a newer one.");
        }
    }

    private static void verify(Path backup, Manifest manifest) throws IOException {
        for (Manifest.Rows rows : manifest.tables()) {
            demandSame(backup.resolve(rows.file()), rows.sha256());
        }
        EvidenceFiles.verify(backup, manifest.evidence());
    }

    static void demandSame(Path file, String sha256) throws IOException {
        if (!Files.isRegularFile(file) || !Manifest.sha256(file).equals(sha256)) {
            throw new DatabaseRefused("The backup is damaged: " + file + " is not what was written.", "Restore another backup.");
        }
    }
}
