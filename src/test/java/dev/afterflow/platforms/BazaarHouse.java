package dev.afterflow.platforms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A marketplace of quite another dialect: XML, a journal instead of lists, revisions held against each write, and a word of ours it keeps. */
@Component
class BazaarHouse {

    static final String KEY = "bazaar-key";
    private static final Pattern OUTCOME = Pattern.compile("outcome=\"(\\w+)\" word=\"([^\"]+)\"");

    private final Map<String, Grievance> grievances = new ConcurrentHashMap<>();
    private final List<String> journal = new ArrayList<>();
    final List<String> deeds = new ArrayList<>();
    private final HttpServer server;
    volatile boolean slow;

    BazaarHouse() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private record Grievance(String id, String order, int cents, String stage, int revision, Instant at, String word) {
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void complain(String id, String order, int cents) {
        put(new Grievance(id, order, cents, "open", 1, Instant.now(), ""));
    }

    synchronized void change(String id, String stage, int cents) {
        Grievance was = grievances.get(id);
        put(new Grievance(id, was.order(), cents, stage, was.revision() + 1, Instant.now(), was.word()));
    }

    private void put(Grievance grievance) {
        grievances.put(grievance.id(), grievance);
        journal.add(grievance.id());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Bazaar-Key"));
        String revision = exchange.getRequestHeaders().getFirst("If-Match");
        Map<Integer, String> said = !known ? Map.of(401, "<no/>") : slow ? Map.of(503, "<later/>") : path.startsWith("/journal/") ? journal(path) : one(path, body, revision);
        Map.Entry<Integer, String> answer = said.entrySet().iterator().next();
        byte[] bytes = answer.getValue().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.getKey(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Three entries a page, from a place on. */
    private synchronized Map<Integer, String> journal(String path) {
        int from = Integer.parseInt(path.substring("/journal/".length()));
        StringBuilder page = new StringBuilder("<journal next=\"" + Math.min(from + 3, journal.size()) + "\" more=\"" + (from + 3 < journal.size()) + "\">");
        for (int i = from; i < Math.min(from + 3, journal.size()); i++) {
            page.append("<entry n=\"").append(i).append("\" of=\"").append(journal.get(i)).append("\"/>");
        }
        return Map.of(200, page + "</journal>");
    }

    private synchronized Map<Integer, String> one(String path, String body, String revision) {
        String id = path.split("/")[2];
        Grievance one = grievances.get(id);
        if (one == null) {
            return Map.of(404, "<none/>");
        }
        Matcher told = OUTCOME.matcher(body);
        if (told.find()) {
            if (!String.valueOf(one.revision()).equals(revision)) {
                return Map.of(412, "<moved/>");
            }
            deeds.add(id + " " + told.group(1) + " " + told.group(2));
            put(new Grievance(id, one.order(), one.cents(), told.group(1), one.revision() + 1, Instant.now(), told.group(2)));
            return Map.of(200, "<done/>");
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", id);
        words.put("order", one.order());
        words.put("cents", one.cents());
        words.put("stage", one.stage());
        words.put("revision", one.revision());
        words.put("at", one.at());
        words.put("word", one.word());
        StringBuilder xml = new StringBuilder("<grievance");
        words.forEach((name, value) -> xml.append(' ').append(name).append("=\"").append(value).append('"'));
        return Map.of(200, xml + "/>");
    }
}
