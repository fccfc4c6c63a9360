package dev.afterflow.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One PostgreSQL, the world outside and as many application nodes as asked for, each a process of its own. Closing it, or
 * the death of this JVM, ends them all.
 */
public final class Cluster implements AutoCloseable {

    /** The key under which buyers' requests and orders are delivered, good for both demo shops. */
    public static final String KEY = "afk_cluster-cluster-cluster-cluster-cluster-clu";
    private static final String PASSWORD = "cluster";

    private final Path folder;
    private final int firstPort = Ports.free();
    private final Postgres postgres;
    private final Sandbox sandbox;
    private final Proxy world;
    private final List<Node> nodes = new ArrayList<>();

    /** Starts PostgreSQL and the sandbox in the folder, which must be new. */
    public Cluster(Path folder) {
        this(folder, Map.of());
    }

    /** The same with more settings of PostgreSQL, which go before the usual ones. */
    public Cluster(Path folder, Map<String, String> postgresSettings) {
        this.folder = folder.toAbsolutePath();
        Map<String, String> settings = new TreeMap<>(Postgres.DURABLE);
        settings.putAll(postgresSettings);
        this.postgres = Postgres.make(this.folder.resolve("postgres"), settings);
        for (String role : List.of("cluster_owner", "cluster_app")) {
            postgres.run("postgres", "create role " + role + " login password '" + PASSWORD + "'");
        }
        Map<String, String> outside = new TreeMap<>(ProviderAccounts.played());
        outside.putAll(Map.of("afterflow.sandbox.house", "http://127.0.0.1:" + firstPort, "afterflow.sandbox.key", KEY));
        this.sandbox = new Sandbox(this.folder, outside);
        this.world = new Proxy(sandbox.port());
    }

    /** An empty database that nodes can be put on. */
    public void database(String name) {
        postgres.run("postgres", "create database " + name + " owner cluster_owner");
    }

    /** A database like another one to which nobody is connected. */
    public void copy(String template, String name) {
        postgres.run("postgres", "create database " + name + " owner cluster_owner template " + template);
    }

    /** A node on this database, not yet started; the world's letters go to the first one. {@code more} goes before the usual settings. */
    public Node node(String name, String database, Map<String, String> more) {
        Proxy network = new Proxy(postgres.port());
        Map<String, String> settings = new TreeMap<>(usual());
        settings.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + network.port() + "/" + database);
        settings.putAll(more);
        Node node = new Node(name, folder, network, nodes.isEmpty() ? firstPort : Ports.free(), settings);
        nodes.add(node);
        return node;
    }

    private Map<String, String> usual() {
        return Map.ofEntries(Map.entry("spring.datasource.username", "cluster_app"), Map.entry("spring.datasource.password", PASSWORD),
                Map.entry("spring.flyway.user", "cluster_owner"), Map.entry("spring.flyway.password", PASSWORD),
                Map.entry("afterflow.data", folder.resolve("data").toString()), Map.entry("afterflow.demo.size", "small"),
                Map.entry("afterflow.sandbox.key", KEY),
                Map.entry("afterflow.payments.sandbox.url", "http://127.0.0.1:" + world.port() + "/sandbox/pay"),
                Map.entry("afterflow.notifications.marketplace-url", "http://127.0.0.1:" + world.port() + "/sandbox/marketplace/messages"),
                Map.entry("afterflow.security.logins-per-minute", "100000"),
                Map.entry("afterflow.security.stranger-requests-per-second", "100000"),
                Map.entry("afterflow.security.requests-per-second", "100000"),
                Map.entry("afterflow.security.machine-requests-per-second", "100000"));
    }

    /** Where the first node will be found: the world's notices go there. */
    public int firstPort() {
        return firstPort;
    }

    public Postgres postgres() {
        return postgres;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** The network between the nodes and the world outside. */
    public Proxy world() {
        return world;
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        world.close();
        sandbox.close();
        postgres.close();
    }
}
