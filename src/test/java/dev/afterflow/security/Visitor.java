package dev.afterflow.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser in a test: keeps cookies, sends the CSRF token back, reads JSON. */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Queue<String>> CODES = new ConcurrentHashMap<>();
    private static final String EDGE = "edge-of-the-parts";

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> whole) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return whole.headers().firstValue(name).orElse(null);
        }
    }

    private Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Nobody in particular, with the CSRF cookie that any page gives. */
    public static Visitor stranger(int port) {
        Visitor visitor = new Visitor(port);
        visitor.get("/api/session");
        return visitor;
    }

    /** One of the demo's people, logged in. */
    public static Visitor as(String login, int port) {
        return as(login, PasswordRule.DEMO, port);
    }

    /** Anybody with a password, logged in. */
    public static Visitor as(String login, String password, int port) {
        Visitor visitor = stranger(port);
        Answer answer = visitor.post("/api/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
        if (answer.status() == 202) {
            return visitor.throughTheCode(answer.json().get("next").asString(), port + "/" + login);
        }
        if (answer.status() != 200) {
            throw new AssertionError(login + " may not enter: " + answer.status() + " " + answer.body());
        }
        return visitor;
    }

    /** Whoever must have a second factor sets one up at their first log-in here; later ones use up its recovery codes. */
    private Visitor throughTheCode(String next, String whose) {
        if (next.equals("SET_UP")) {
            Authenticator app = new Authenticator(post("/api/session/factor", "{}").json().get("secret").asString());
            Answer set = put("/api/session/factor", "{\"code\":\"" + app.code(0) + "\"}");
            set.json().path("recoveryCodes").forEach(code -> CODES.computeIfAbsent(whose, person -> new ConcurrentLinkedQueue<>()).add(code.asString()));
            return this;
        }
        String code = Optional.ofNullable(CODES.get(whose)).map(Queue::poll).orElseThrow(() -> new AssertionError(whose + " is asked for a code"));
        Answer answer = post("/api/session/code", "{\"code\":\"" + code + "\"}");
        if (answer.status() != 200) {
            throw new AssertionError(whose + " may not enter: " + answer.status() + " " + answer.body());
        }
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Any method; JSON when there is a body. */
    public Answer send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = request(path);
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method(method, body).build());
    }

    /** One part of an upload; {@code file} is null for a part that is no file. */
    public record Part(String name, String file, String type, byte[] content) {

        private byte[] written() {
            String head = "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                    + (file == null ? "" : "; filename=\"" + file.replace("\"", "%22") + "\"") + "\r\nContent-Type: " + type + "\r\n\r\n";
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            part.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            part.writeBytes(content);
            part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return part.toByteArray();
        }
    }

    /** Posts parts as a form with files does. */
    public Answer upload(String path, List<Part> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach(part -> body.writeBytes(part.written()));
        body.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build());
    }

    /** A request to be completed, with the CSRF header already there. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of a cookie this visitor holds. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst();
    }

    /** The client with this visitor's cookies, for streams. */
    public HttpClient http() {
        return http;
    }
}
