package dev.afterflow.benchmark;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.security.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A shop at work on one node: buyers ask for their money over the letterbox, agents claim and agree over the desk's own doors,
 * the played provider pays and tells. Orders are told before and not measured.
 */
final class Floor implements Contestant.Work {

    private static final int AGENTS = 6;
    private static final int PATIENCE_SECONDS = 300;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Cluster cluster;
    private final Node node;
    private final String database;
    private final List<Visitor> agents = new ArrayList<>();
    private int orders;
    private int asked;

    Floor(Cluster cluster, Node node, String database) {
        this.cluster = cluster;
        this.node = node;
        this.database = database;
        int port = URI.create(node.url()).getPort();
        for (int agent = 0; agent < AGENTS; agent++) {
            agents.add(Visitor.as(agent % 2 == 0 ? "lin" : "chen", port));
        }
    }

    Visitor agent() {
        return agents.get(0);
    }

    Visitor person(String login) {
        return Visitor.as(login, URI.create(node.url()).getPort());
    }

    /** Tells so many orders, shipped and not yet received. */
    void sells(int more) {
        for (int begun = 0; begun < more; begun += 500) {
            StringBuilder lines = new StringBuilder();
            for (int each = 0; each < Math.min(500, more - begun); each++) {
                lines.append(order(++orders)).append('\n');
            }
            post("orders", lines.toString(), "application/x-ndjson");
        }
    }

    /** Ends in a sign, so that no clone of an order, which has a number after it, is taken for another one. */
    private static String name(int order) {
        return "BM" + order + "-";
    }

    private static String order(int number) {
        String id = name(number);
        return """
                {"orderId":"%s","version":"%s","state":"SHIPPED","currency":"CNY","createdAt":"%s","paidAt":"%s","promisedShipAt":null,
                 "promisedDeliveryAt":null,"freeShipping":true,"freight":{"minor":0,"currency":"CNY"},
                 "buyer":{"id":"b-%s","name":"张三","phone":"13800001234","email":null,"language":"zh-CN",
                   "address":{"country":"CN","province":"浙江省","city":"杭州市","district":"西湖区","street":"文一路1号","postcode":"310000"}},
                 "items":[{"lineId":"1","productId":"P-BM","sku":"S-BM","title":"毛毯","quantity":1,"paid":{"minor":9900,"currency":"CNY"},
                   "freight":{"minor":0,"currency":"CNY"},"promisedShipAt":null}],
                 "payments":[{"paymentId":"PAY-%s","provider":"sandbox","method":"alipay","paid":{"minor":9900,"currency":"CNY"},"paidAt":"%s"}],
                 "shipments":[{"shipmentId":"1","carrier":"sf","waybill":"SF%s","shippedAt":"%s","promisedAt":null,"deliveredAt":null,
                   "lines":[{"lineId":"1","quantity":1}]}]}
                """.formatted(id, days(4), days(4), days(4), id, id, days(4), id, days(3)).replace("\n", "");
    }

    @Override
    public double walk(int cases) {
        if (orders < asked + cases) {
            throw new IllegalStateException("Tell the orders before the run");
        }
        long begun = System.nanoTime();
        ExecutorService workers = Executors.newFixedThreadPool(AGENTS);
        try {
            List<Future<?>> shifts = new ArrayList<>();
            for (int agent = 0; agent < AGENTS; agent++) {
                int place = agent;
                int first = asked;
                shifts.add(workers.submit(() -> shift(agents.get(place), first, cases, place)));
            }
            asked += cases;
            for (Future<?> shift : shifts) {
                shift.get();
            }
            try (Window window = new Window(cluster, database)) {
                until(() -> window.closed(first(asked - cases, cases)) == cases, cases + " cases closed");
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Lets so many buyers ask and nobody answer. */
    void leavesOpen(int cases) {
        try (Window window = new Window(cluster, database)) {
            for (int each = 0; each < cases; each++) {
                asks(++asked);
                int order = asked;
                until(() -> window.taskOf(name(order)) != null, "a task for " + name(order));
            }
        }
    }

    /** One agent's part: each case is asked for, and when its task is there, claimed and agreed. */
    private Void shift(Visitor agent, int first, int cases, int place) {
        try (Window window = new Window(cluster, database)) {
            for (int each = place; each < cases; each += AGENTS) {
                int order = first + each + 1;
                asks(order);
                until(() -> window.taskOf(name(order)) != null, "a task for " + name(order));
                String[] task = window.taskOf(name(order));
                agrees(agent, task[0], task[1]);
            }
        }
        return null;
    }

    private void asks(int order) {
        post("requests", """
                {"requestId":"Q-%s","version":"1","orderId":"%s","kind":"REFUND_ONLY","askedRemedy":"refund","reasonCode":"未收到货",
                 "reasonText":"一直没有收到，请退款","goodsReceived":false,"lines":[],"askedAmount":null,"createdAt":"%s","platformDeadline":null,
                 "status":"OPEN"}""".formatted(name(order), name(order), days(0)), "application/json");
    }

    private static String[] first(int before, int cases) {
        return IntStream.rangeClosed(before + 1, before + cases).mapToObj(Floor::name).toArray(String[]::new);
    }

    private static void agrees(Visitor agent, String task, String revision) {
        Visitor.Answer claimed = agent.post("/api/tasks/" + task + "/claim", "{\"revision\":" + revision + "}");
        long now = claimed.json().path("revision").asLong();
        Visitor.Answer done = agent.post("/api/tasks/" + task + "/complete",
                "{\"revision\":" + now + ",\"data\":{\"decision\":\"agree\",\"amount\":\"99.00\"}}");
        if (done.status() != 200) {
            throw new IllegalStateException("The desk answered " + done.status() + " " + done.body());
        }
    }

    private void post(String kind, String rows, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/api/intake/" + kind + "?shop=lanting"))
                .header("Authorization", "Bearer " + Cluster.KEY).header("Content-Type", type).POST(BodyPublishers.ofString(rows)).build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(Callable<Boolean> holds, String what) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!holds.call()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Not in time: " + what);
                }
                Threads.rest(50);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String days(int ago) {
        return Instant.now().minus(ago, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
