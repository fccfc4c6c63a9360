package dev.afterflow.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The world outside in a JVM of its own, with books of its own that no fault of ours touches. */
public final class Sandbox implements AutoCloseable {

    public static final String BOOKS = "postgres";
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Postgres books;
    private final Child process;
    private final int port = Ports.free();

    /** One movement of money as the played provider wrote it down. */
    public record Moved(String paymentNo, String refundNo, long amount, String currency) {
    }

    Sandbox(Path folder, Map<String, String> more) {
        books = Postgres.make(folder.resolve("world"), Postgres.CARELESS);
        Map<String, String> settings = new TreeMap<>(more);
        settings.putAll(Map.of("server.port", String.valueOf(port), "management.server.port", "-1",
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + books.port() + "/" + BOOKS,
                "spring.datasource.username", "postgres", "spring.datasource.password", "postgres",
                "spring.datasource.hikari.maximum-pool-size", "10",
                "spring.flyway.locations", "classpath:db/migration/database,classpath:db/migration/sandbox"));
        process = Child.start(new Jvm(SandboxMain.class.getName(), true, 160, List.of(), settings).command(),
                folder.resolve("sandbox.log"));
        Patience.until("the sandbox is ready", Duration.ofSeconds(90), () -> behave("{}") == 200);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Sets how the provider behaves, as the sandbox's own door takes it; answers the HTTP status. */
    public int behave(String setting) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/pay/faults"))
                .header("Content-Type", "application/json").timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString(setting)).build();
        try {
            HttpResponse<Void> answer = HTTP.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (IOException away) {
            return 0;
        }
    }

    /** Presses a button of the sandbox, with what its page would send; answers what it said, or nothing where it did not answer well. */
    public Optional<String> press(String path, String words) {
        return post("/sandbox/world/" + path, words);
    }

    /** Says this at any of its doors; answers what it said, or nothing where it did not answer well. */
    public Optional<String> post(String path, String words) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60)).POST(HttpRequest.BodyPublishers.ofString(words)).build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return answer.statusCode() < 300 ? Optional.of(answer.body()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    /** The server that keeps the world's own books, in its database {@value #BOOKS}. */
    public Postgres books() {
        return books;
    }

    /** All money the provider ever moved. */
    public List<Moved> moneyLog() {
        List<Moved> log = new ArrayList<>();
        try (Connection connection = books.connect(BOOKS); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select payment_no, refund_no, amount, currency from sandbox.money_log order by id")) {
            while (row.next()) {
                log.add(new Moved(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)));
            }
            return log;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        books.close();
    }
}
