package dev.afterflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser's live feed: hears until the stream ends, and remembers the last id for the next one. */
public final class Ear implements AutoCloseable {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private volatile String lastId;

    private Ear(Stream<String> lines) {
        this.lines = lines;
        Thread reader = new Thread(this::read, "ear");
        reader.setDaemon(true);
        reader.start();
    }

    /** Listens at this port in the name of this session; {@code lastId} is null for a first visit. */
    public static Ear at(int port, String session, String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/live"))
                .header("Accept", "text/event-stream").header("Cookie", "sid=" + session);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            HttpResponse<Stream<String>> answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new Ear(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            lines.filter(line -> !line.isEmpty()).forEach(line -> {
                if (line.startsWith("id:")) {
                    lastId = line.substring(3).strip();
                }
                heard.add(line);
            });
            heard.add("ended");
        } catch (RuntimeException broken) {
            heard.add("ended");
        }
    }

    public String lastId() {
        return lastId;
    }

    /** Waits for a line with this in it; answers what was heard up to it. */
    public List<String> until(String part) {
        List<String> seen = new ArrayList<>();
        try {
            for (String line = heard.poll(30, TimeUnit.SECONDS); line != null; line = heard.poll(30, TimeUnit.SECONDS)) {
                seen.add(line);
                if (line.contains(part)) {
                    return seen;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("not heard: " + part + " in " + seen);
    }

    /** Waits for an event of this sort with this in its data, whatever else is told before it. */
    public void untilEvent(String sort, String part) {
        List<String> seen = until(part);
        while (seen.size() < 2 || !seen.get(seen.size() - 2).equals("event:" + sort)) {
            seen = until(part);
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
