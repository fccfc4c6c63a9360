package dev.afterflow.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One application node: the product in a JVM of its own, with its own stretch of network to the database. */
public final class Node implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path log;
    private final Proxy database;
    private final Map<String, String> settings;
    private final int port;
    private final int health = Ports.free();
    private Class<?> main;
    private List<String> always = List.of();
    private Child process;

    Node(String name, Path folder, Proxy database, int port, Map<String, String> settings) {
        this.name = name;
        this.port = port;
        this.log = folder.resolve(name + ".log");
        this.database = database;
        this.settings = new TreeMap<>(settings);
        this.settings.put("server.port", String.valueOf(port));
        this.settings.put("management.server.port", String.valueOf(health));
        this.settings.put("afterflow.engine.node", name);
    }

    /** From now on this main class of the test tree is started in the product's place, always with these options. */
    public Node playedBy(Class<?> house, String... options) {
        main = house;
        always = List.of(options);
        return this;
    }

    /** Starts the product; returns before it is ready. {@code options} are the JVM's, for example a step to die at. */
    public Node start(String... options) {
        return main == null ? start(new Jvm("dev.afterflow.Afterflow", false, 320, List.of(options), settings)) : startAs(main, options);
    }

    /** Starts another main class of the test tree in the product's place. */
    public Node startAs(Class<?> house, String... options) {
        return start(new Jvm(house.getName(), true, 320, Stream.concat(always.stream(), Stream.of(options)).toList(), settings));
    }

    private Node start(Jvm jvm) {
        process = Child.start(jvm.command(), log);
        return this;
    }

    public Node awaitReady() {
        Patience.until(name + " is ready, see " + log, START, () -> !alive() || ready());
        if (!alive()) {
            throw new IllegalStateException(name + " ended at its start, see " + log);
        }
        return this;
    }

    /** Whether the node says of itself that it can work. */
    public boolean ready() {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + health + "/actuator/health"))
                .timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception away) {
            return false;
        }
    }

    public boolean alive() {
        return process != null && process.alive();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.signal("KILL");
        process.awaitEnd(Duration.ofSeconds(10));
    }

    /** Stops all its threads where they are, like a very long garbage collection. */
    public void pause() {
        process.signal("STOP");
    }

    public void resume() {
        process.signal("CONT");
    }

    /** The exit code, once it has ended by itself. */
    public int awaitEnd(Duration longest) {
        return process.awaitEnd(longest);
    }

    public String name() {
        return name;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** The port for operators. */
    public int managementPort() {
        return health;
    }

    /** What the node has told so far. */
    public String told() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to stop, as an operator does. */
    public void terminate() {
        process.signal("TERM");
    }

    public long pid() {
        return process.pid();
    }

    /** The network between this node and the database. */
    public Proxy database() {
        return database;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        database.close();
    }
}
