package dev.afterflow.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A PostgreSQL server as a process of its own, from the product's own binaries; it can be crashed and started again. */
public final class Postgres implements AutoCloseable {

    /** What a commit needs to outlive a crash; the rest as the product sets it for its own server. */
    static final Map<String, String> DURABLE = Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on",
            "max_connections", "150", "shared_buffers", "128MB", "max_wal_size", "2GB", "idle_in_transaction_session_timeout", "30s",
            "client_connection_check_interval", "5s", "deadlock_timeout", "1s");
    /** For books that no test crashes. */
    static final Map<String, String> CARELESS = Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off",
            "max_connections", "60", "shared_buffers", "32MB");

    private final Path folder;
    private final Path binary;
    private final int port;
    private final Map<String, String> settings;
    private Child process;

    private Postgres(Path folder, Path binary, int port, Map<String, String> settings) {
        this.folder = folder;
        this.binary = binary;
        this.port = port;
        this.settings = settings;
    }

    /** Makes an empty server in the folder and starts it. */
    static Postgres make(Path folder, Map<String, String> settings) {
        Path bin = folder.resolveSibling("bin");
        int port = Ports.free();
        LoggingSystem.get(Postgres.class.getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
        try {
            Files.createDirectories(folder.getParent());
            EmbeddedPostgres.builder().setDataDirectory(folder).setOverrideWorkingDirectory(bin.toFile()).setPort(port)
                    .setCleanDataDirectory(false).setRegisterShutdownHook(false).setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8").start().close();
            Postgres server = new Postgres(folder, binary(folder), port, settings);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The unpacked binaries are shared by all servers of a JVM, so the server's own note tells where they are. */
    private static Path binary(Path folder) throws IOException {
        String command = Files.readString(folder.resolve("postmaster.opts"));
        return Path.of(command.substring(0, command.indexOf(' ')));
    }

    /** Starts the server and waits until it takes connections; after a crash it recovers first. */
    public void start() {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binary.toString(), "-D", folder.toAbsolutePath().toString(), "-p", String.valueOf(port),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "timezone=UTC", "-c", "log_lock_waits=on"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        process = Child.start(command, folder.resolveSibling(folder.getFileName() + ".log"));
        Patience.until("PostgreSQL takes connections", Duration.ofSeconds(60), this::answers);
    }

    private boolean answers() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        }
    }

    /** Ends every server process at once, with no checkpoint: what is not in the log on disk is lost. */
    public void crash() {
        process.signal("QUIT");
        process.awaitEnd(Duration.ofSeconds(20));
    }

    /** A superuser's connection past every proxy. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?loginTimeout=5&ApplicationName=harness", "postgres", "postgres");
    }

    /** Runs statements as superuser, one after the other. */
    public void run(String database, String... statements) {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The number of the server's first process; its children serve the connections. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        if (process.alive()) {
            crash();
        }
    }
}
