package dev.afterflow.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL beside the application, kept in its data folder with every safety of a real server on. */
class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    /** What makes a commit durable, and what keeps one stuck client from holding the others. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"), Map.entry("full_page_writes", "on"), Map.entry("synchronous_commit", "on"),
            Map.entry("max_connections", "100"), Map.entry("shared_buffers", "256MB"), Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"), Map.entry("checkpoint_completion_target", "0.9"),
            Map.entry("idle_in_transaction_session_timeout", "30s"), Map.entry("client_connection_check_interval", "5s"),
            Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"), Map.entry("log_lock_waits", "on"),
            Map.entry("password_encryption", "scram-sha-256"), Map.entry("log_parameter_max_length_on_error", "0"));

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Starts on the folder, after clearing what a killed application left there; refuses a folder in use or of another version. */
    static EmbeddedServer start(Path data) {
        Path home = data.toAbsolutePath().normalize();
        Path folder = home.resolve("postgres");
        LOG.info("Starting PostgreSQL {} in {} …", DataFolder.MAJOR, folder);
        new DataFolder(folder).makeReady();
        String password = Passwords.keptIn(home);
        try {
            EmbeddedServer started = new EmbeddedServer(builder(home, folder, password).start(), password);
            Roles.prepare(started.server.getPostgresDatabase(Map.of("password", password)), password);
            LOG.info("PostgreSQL is up: {}", started.url());
            return started;
        } catch (IOException | IllegalStateException e) {
            throw new DatabaseRefused("PostgreSQL did not start in " + folder + ": " + e.getMessage(),
                    "Look at the lines above. To use your own server instead, set SPRING_DATASOURCE_URL, "
                            + "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path home, Path folder, String password) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8");
        SETTINGS.forEach(builder::setServerConfig);
        return builder;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + Login.DATABASE;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        LOG.info("Stopping PostgreSQL …");
        server.close();
    }
}
