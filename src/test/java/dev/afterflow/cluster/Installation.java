package dev.afterflow.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a company has on its first day: an empty PostgreSQL with two roles, and one node in production mode. */
public final class Installation implements AutoCloseable {

    /** 32 bytes, as an operator would draw them by lot. */
    private static final String MASTER_KEY = "A".repeat(42) + "E=";
    private static final Pattern LINK = Pattern.compile("https?://\\S+/first-admin#[A-Za-z0-9_-]{43}");
    private static final String DATABASE = "afterflow";

    private final Path folder;
    private final Postgres postgres;
    private final Map<String, Node> nodes = new HashMap<>();

    /** Makes PostgreSQL in the folder, which must be new, and the two roles. */
    public Installation(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.postgres = Postgres.make(this.folder.resolve("postgres"), Postgres.DURABLE);
        for (String role : List.of("house_owner", "house_app")) {
            postgres.run("postgres", "create role " + role + " login password 'Kq7-" + role + "'");
        }
        database(DATABASE);
    }

    /** An empty database that belongs to the owner of tables. */
    public void database(String name) {
        postgres.run("postgres", "create database " + name + " owner house_owner");
    }

    /** A node that is not started yet; {@code more} goes before the usual settings. */
    public Node node(String name, Map<String, String> more) {
        Proxy network = new Proxy(postgres.port());
        Map<String, String> settings = new HashMap<>(Map.of("afterflow.mode", "production",
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + network.port() + "/" + DATABASE,
                "spring.datasource.username", "house_app", "spring.datasource.password", "Kq7-house_app",
                "spring.flyway.user", "house_owner", "spring.flyway.password", "Kq7-house_owner",
                "afterflow.data", folder.resolve("data").toString(), "AFTERFLOW_MASTER_KEY", MASTER_KEY));
        settings.putAll(more);
        Node node = new Node(name, folder, network, Ports.free(), settings);
        nodes.put(name, node);
        return node;
    }

    /** The last link for a first administrator that the node printed. */
    public static String link(Node node) {
        Patience.until("a link is printed", Duration.ofSeconds(20), () -> LINK.matcher(node.told()).find());
        Matcher links = LINK.matcher(node.told());
        String last = null;
        while (links.find()) {
            last = links.group();
        }
        return last;
    }

    public Postgres postgres() {
        return postgres;
    }

    @Override
    public void close() {
        nodes.values().forEach(Node::close);
        postgres.close();
    }
}
