package dev.afterflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** A backup of the house all room tests work in, taken while it lives, and a restore of it into an empty database. */
@RoomTest
class BackupRoomTest {

    @TempDir
    Path folder;
    @LocalServerPort
    int port;
    @Autowired
    Backup backup;
    @Autowired
    Environment settings;
    @Autowired
    List<JavaMigration> migrations;

    @Test
    void everyRowOfOneSnapshotIsThereAgain() {
        List<String> steps = new ArrayList<>();
        Backup.Made made = backup.into(folder.resolve("one"), progress -> steps.add(progress.step()));
        assertThat(steps).contains("tables");
        String url = TestDatabase.create();

        restore(folder.resolve("one"), url);

        Map<String, Long> told = new TreeMap<>();
        Manifest.read(folder.resolve("one")).tables().forEach(rows -> told.put(rows.table(), rows.rows()));
        JdbcClient sql = JdbcClient.create(TestDatabase.superuser(url));
        Map<String, Long> found = new TreeMap<>();
        told.keySet().forEach(table -> found.put(table, sql.sql("select count(*) from " + table).query(Long.class).single()));
        told.compute("security.audit", (table, rows) -> rows + 1);
        assertThat(found).isEqualTo(told);
        assertThat(made.rows()).isPositive();
        assertThat(sql.sql("select count(*) from security.session").query(Long.class).single()).as("people log in anew").isZero();
        assertThat(sql.sql("select frozen and restored_at is not null from dispatch.freeze").query(Boolean.class).single()).isTrue();
        assertThat(structure(url)).as("fences, triggers and references stand again").isEqualTo(structure(settings.getProperty("spring.datasource.url")));
    }

    @Test
    void aNumberIsNotGivenTwiceAfterARestore() {
        backup.into(folder.resolve("numbers"), progress -> { });
        String url = TestDatabase.create();
        restore(folder.resolve("numbers"), url);
        String next = "select last_value from cases.case_number";
        assertThat(JdbcClient.create(TestDatabase.superuser(url)).sql(next).query(Long.class).single())
                .isGreaterThanOrEqualTo(Manifest.read(folder.resolve("numbers")).sequences().getOrDefault("cases.case_number", 1L));
    }

    @Test
    void onlyAnEmptyDatabaseIsRestoredInto() {
        backup.into(folder.resolve("two"), progress -> { });
        String url = TestDatabase.create();
        JdbcClient.create(TestDatabase.owner(url)).sql("create table public.mine (id int)").update();
        assertThatThrownBy(() -> restore(folder.resolve("two"), url)).isInstanceOf(DatabaseRefused.class).hasMessageContaining("empty database only");
    }

    @Test
    void aDamagedOrHalfBackupIsFoundBeforeAnythingIsTouched() throws IOException {
        backup.into(folder.resolve("three"), progress -> { });
        Path file = folder.resolve("three").resolve(Manifest.read(folder.resolve("three")).tables().get(0).file());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);
        String url = TestDatabase.create();
        assertThatThrownBy(() -> restore(folder.resolve("three"), url)).isInstanceOf(DatabaseRefused.class).hasMessageContaining("damaged");
        Files.delete(folder.resolve("three").resolve(Manifest.FILE));
        assertThatThrownBy(() -> restore(folder.resolve("three"), url)).hasMessageContaining("was not finished");
        assertThat(JdbcClient.create(TestDatabase.owner(url)).sql("select count(*) from pg_namespace where nspname = 'migrations'").query(Long.class).single())
                .isZero();
    }

    @Test
    void aFolderThatHoldsSomethingIsNotWrittenInto() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("four")).resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> backup.into(folder.resolve("four"), progress -> { })).hasMessageContaining("not empty");
        assertThat(folder.resolve("four")).isDirectoryContaining("glob:**mine.txt");
    }

    @Test
    void theCommandMakesOneBesideANodeThatWorks() throws IOException {
        Path target = folder.resolve("command");
        List<String> words = new ArrayList<>(List.of("--backup=" + target, "--spring.main.register-shutdown-hook=false"));
        for (String setting : List.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password", "afterflow.data")) {
            words.add("--" + setting + "=" + settings.getProperty(setting));
        }
        assertThat(BackupCommand.ran("--server.port=1")).as("not asked for").isFalse();
        assertThat(BackupCommand.ran(words.toArray(String[]::new))).isTrue();

        assertThat(Manifest.read(target).rows()).isPositive();
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        Files.writeString(Files.createDirectory(folder.resolve("damaged")).resolve(Manifest.FILE), "{");
        assertThat(Backup.in(folder)).extracting(Backup.Made::name).containsExactly("command");
    }

    @Test
    void anAdministratorMakesOneAndOthersMayNot() {
        Visitor admin = Visitor.as("admin", port);
        assertThat(Visitor.as("lin", port).post("/api/backups", null).status()).isEqualTo(403);
        assertThat(admin.post("/api/backups", null).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60)).until(() -> admin.get("/api/backups").json().at("/last/state").asString().equals("DONE"));
        String name = admin.get("/api/backups").json().at("/items/0/name").asString();
        assertThat(admin.get("/api/backups/" + name + "/manifest").json().get("product").asString()).isEqualTo("afterflow");
        assertThat(admin.get("/api/backups/..%2f..%2fetc/manifest").status()).isIn(400, 404);
        assertThat(admin.get("/api/backups/none/manifest").status()).isEqualTo(404);
    }

    private void restore(Path backup, String url) {
        new Restore(new MockEnvironment().withProperty("restore", backup.toString()).withProperty("afterflow.data", folder.resolve("data").toString()))
                .ifAsked(Flyway.configure().dataSource(TestDatabase.owner(url)).defaultSchema("migrations").schemas("migrations").createSchemas(true)
                        .locations("classpath:db/migration").javaMigrations(migrations.toArray(JavaMigration[]::new))
                        .initSql("set app.shops = '*'").callbacks(new Grants(Login.APPLICATION)).load());
    }

    /** Constraints, fences and triggers, as text. */
    private static List<String> structure(String url) {
        return JdbcClient.create(TestDatabase.superuser(url)).sql("""
                select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid <> 0 and conparentid = 0
                union all select c.oid::regclass || ' fenced ' || relrowsecurity || relforcerowsecurity from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace where relkind in ('r', 'p') and not relispartition and nspname not like 'pg%'
                union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal and tgparentid = 0
                order by 1""").query(String.class).list();
    }
}
