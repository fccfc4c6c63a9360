package dev.afterflow.benchmark;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.engine.StarterApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the contestants up, each on a database of its own in the same server. */
final class Ring {

    /** Request up to the task, answer up to the refund, refund parked, notice, close. */
    static final int ENGINE_COMMITS = 5;
    /** As the cost test of the corridor lists them. */
    static final int WHOLE_COMMITS = 18;
    private static final String[] JVM = {"-Xmx768m", "-XX:TieredStopAtLevel=4"};

    private final Cluster cluster;

    Ring(Cluster cluster) {
        this.cluster = cluster;
    }

    Contestant shippedEngine() {
        return engine("shipped_engine", "product, engine share", ShippedEngine.class, Map.of());
    }

    Contestant stockEngine() {
        return engine("stock_engine", "starter defaults, engine share", StockEngine.class, Map.of());
    }

    Contestant plain(String share, int commits) {
        return engine("plain_" + share, "plain JDBC, " + commits + " commits", PlainJdbc.class,
                Map.of("benchmark.commits", String.valueOf(commits)));
    }

    private Contestant engine(String database, String name, Class<?> main, Map<String, String> more) {
        counted(database);
        Map<String, String> settings = direct(database, more);
        settings.put("spring.datasource.username", "cluster_owner");
        Node node = cluster.node(database, database, settings).startAs(main, JVM).awaitReady();
        return new Contestant(name, node, cluster.postgres(), database, cases -> drive(node, cases, ""));
    }

    /** The node of a whole product with its shop floor; {@code stock}: on the engine as its starter sets it up. */
    record House(Contestant contestant, Floor floor, String database) {
    }

    House house(String database, String name, boolean stock) {
        counted(database);
        Node node = cluster.node(database, database, direct(database, Map.of()));
        (stock ? node.startAs(StarterApp.class, JVM) : node.start(JVM)).awaitReady();
        if (stock) {
            cluster.postgres().run(database, "drop index afterflow_task_parent", "drop index afterflow_job_due");
            cluster.postgres().run(database, EngineScripts.indexesAndKeys());
        }
        Floor floor = new Floor(cluster, node, database);
        return new House(new Contestant(name, node, cluster.postgres(), database, floor), floor, database);
    }

    /** Leaves cases open at their task. */
    static void leaveOpen(Contestant contestant, int cases) {
        drive(contestant.awake(), cases, "&open=true");
        contestant.asleep();
    }

    private void counted(String database) {
        cluster.database(database);
        cluster.postgres().run(database, "create extension pg_stat_statements");
    }

    /** The network between node and database is not part of what is measured. */
    private Map<String, String> direct(String database, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + cluster.postgres().port() + "/" + database);
        return settings;
    }

    private static double drive(Node node, int cases, String more) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/drive?cases=" + cases + more)).POST(BodyPublishers.noBody()).build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(node.name() + " answers " + answer.statusCode() + " " + answer.body());
            }
            return Long.parseLong(answer.body()) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** So many runs of each, one after the other in turn. */
    static void interleaved(List<Contestant> contestants, int passes, int cases) {
        for (int pass = 0; pass < passes; pass++) {
            contestants.forEach(contestant -> contestant.run(cases));
        }
    }
}
