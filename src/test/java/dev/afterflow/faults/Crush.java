package dev.afterflow.faults;

import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Patience;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** F13: more people ask at once than the pool has connections, while what they ask for is locked. */
final class Crush {

    private static final int PEOPLE = 60;
    private static final Duration LOCKED = Duration.ofSeconds(12);

    private final Field field;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(2)).build();

    Crush(Field field) {
        this.field = field;
    }

    /** Sixty people read a case whose remarks are locked for seconds; answers what went against the promise. */
    List<String> against(Node node) {
        Patience.until("somebody has asked", Duration.ofSeconds(60),
                () -> field.books.count("select count(*) from cases.case_file where order_id like 'F%'") > 0);
        String number = field.books.ask("select number from cases.case_file where order_id like 'F%' order by opened_at limit 1").get(0);
        logIn(node);
        try (Connection rival = field.books.connect(); Statement lock = rival.createStatement()) {
            rival.setAutoCommit(false);
            lock.execute("lock table cases.remark in access exclusive mode");
            Instant begin = Instant.now();
            List<CompletableFuture<HttpResponse<String>>> asking = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                asking.add(http.sendAsync(request(node, "/api/cases/" + number).GET().build(), BodyHandlers.ofString()));
            }
            Patience.lasts(LOCKED);
            long settled = settledSince(begin);
            rival.rollback();
            return judge(node, asking, settled);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> judge(Node node, List<CompletableFuture<HttpResponse<String>>> asking, long settled) {
        Map<Integer, Integer> seen = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> each : asking) {
            HttpResponse<String> answer = each.join();
            seen.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isEmpty()) {
                wrong.add("503 without Retry-After");
            } else if (answer.statusCode() != 503 && answer.statusCode() != 200 && answer.statusCode() != 409) {
                wrong.add("a full house answered " + answer.statusCode());
            }
        }
        Instant free = Instant.now();
        boolean back = Patience.within(Duration.ofSeconds(10), () ->
                http.send(request(node, "/api/cases?limit=1").GET().build(), BodyHandlers.discarding()).statusCode() == 200);
        field.diary.over("F13");
        field.diary.note("F13", PEOPLE + " people at a locked table for " + LOCKED.toSeconds() + " s: " + seen + "; meanwhile " + settled
                + " refunds settled; the next answer " + (back ? Duration.between(free, Instant.now()).toMillis() + " ms after" : "NEVER came"));
        if (!back) {
            wrong.add("the node does not come back");
        }
        if (settled == 0) {
            wrong.add("no refund was settled while people waited");
        }
        return wrong;
    }

    private long settledSince(Instant begin) {
        return field.books.count("select count(*) from payments.refund where settled_at > ?::timestamptz", begin.toString());
    }

    private void logIn(Node node) {
        try {
            http.send(request(node, "/api/session").GET().build(), BodyHandlers.discarding());
            int status = http.send(request(node, "/api/session").header("X-XSRF-TOKEN", token(node)).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"login\":\"lin\",\"password\":\"afterflow-demo\"}")).build(),
                    BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("lin cannot log in: " + status);
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(Node node) {
        CookieManager jar = (CookieManager) http.cookieHandler().orElseThrow();
        return jar.getCookieStore().get(URI.create(node.url())).stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst().orElseThrow().getValue();
    }

    private static HttpRequest.Builder request(Node node, String path) {
        return HttpRequest.newBuilder(URI.create(node.url() + path)).timeout(Duration.ofSeconds(40));
    }
}
