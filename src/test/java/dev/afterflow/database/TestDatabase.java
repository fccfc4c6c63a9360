package dev.afterflow.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One throw-away PostgreSQL a test run, without fsync, stopped after the last context; each application context gets a database of its own in it. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "throw-away";
    private static EmbeddedPostgres server;

    /** A fresh database: its URL, for contexts and child processes that a test starts itself. */
    public static synchronized String create() {
        String name = "room" + COUNT.incrementAndGet();
        JdbcClient.create(superuser()).sql("create database " + name + " owner " + Login.OWNER).update();
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /** The settings that make the application use this database, with the two roles it works with. */
    public static Map<String, String> settings(String url) {
        return Map.ofEntries(Map.entry("afterflow.demo.size", System.getProperty("demo", "small")), Map.entry("management.server.port", "0"),
                Map.entry("spring.datasource.url", url), Map.entry("afterflow.data", dataFolder().toString()),
                Map.entry("spring.datasource.username", Login.APPLICATION), Map.entry("spring.datasource.password", PASSWORD),
                Map.entry("spring.flyway.user", Login.OWNER), Map.entry("spring.flyway.password", PASSWORD),
                Map.entry("afterflow.security.logins-per-minute", "100000"),
                Map.entry("afterflow.security.stranger-requests-per-second", "100000"),
                Map.entry("afterflow.security.requests-per-second", "100000"),
                Map.entry("afterflow.security.machine-requests-per-second", "100000"));
    }

    /** A connection as the owner of the tables, for tests that must reach past the application's rights. */
    public static DataSource owner(String url) {
        return source(url, Login.OWNER);
    }

    /** The owner's connections, kept open from one command to the next: opening one costs more than most commands. */
    public static HikariDataSource kept(String url) {
        HikariConfig kept = new HikariConfig();
        kept.setDataSource(owner(url));
        kept.setMinimumIdle(1);
        return new HikariDataSource(kept);
    }

    /** A connection as the application's role. */
    public static DataSource application(String url) {
        return source(url, Login.APPLICATION);
    }

    /** A connection as a superuser: sees every row, whatever the fence. */
    public static synchronized DataSource superuser() {
        if (server == null) {
            server = start();
            Roles.prepare(server.getPostgresDatabase(Map.of("password", PASSWORD)), PASSWORD);
        }
        return server.getPostgresDatabase(Map.of("password", PASSWORD));
    }

    /** A superuser's connection to one database. */
    public static DataSource superuser(String url) {
        superuser();
        return source(url, "postgres");
    }

    private static DataSource source(String url, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings(create())).applyTo(context);
    }

    private static void stop(EmbeddedPostgres started) {
        try {
            started.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path dataFolder() {
        try {
            return Files.createDirectories(Path.of("target", "test-data", "run" + ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().setConnectConfig("password", PASSWORD)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "200").setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("timezone", "UTC").start();
            SpringApplication.getShutdownHandlers().add(() -> stop(started));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
