package dev.afterflow.sandbox;

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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's people at their screens: they log in as anybody does, and the house holds them to its rules. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Staff {

    private static final String EDGE = "edge-of-the-picture";
    private static final String FORM = "multipart/form-data; boundary=" + EDGE;

    private final HouseDoor house;
    private final JsonMapper json;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    Staff(HouseDoor house, JsonMapper json) {
        this.house = house;
        this.json = json;
    }

    /** What the house answered. */
    record Answer(int status, JsonNode body) {

        boolean fine() {
            return status < 300;
        }
    }

    /** One person's browser. */
    private static final class Seat {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(3)).build();

        private String token() {
            return cookies.getCookieStore().getCookies().stream().filter(each -> each.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue).findFirst().orElse("");
        }
    }

    Answer get(String login, String path) {
        return send(seat(login), "GET", path, "application/json", BodyPublishers.noBody());
    }

    /** Under a key that makes the same again one deed. */
    Answer post(String login, String path, Object body, String key) {
        return send(seat(login), "POST", path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)), "Idempotency-Key", key);
    }

    Answer post(String login, String path, Object body) {
        return post(seat(login), path, body);
    }

    /** Attaches a picture to a case, unless one of this name is there; answers the evidence's id. */
    String attach(String login, String caseNumber, String name, byte[] png) {
        for (JsonNode there : get(login, "/api/cases/" + caseNumber + "/evidence").body()) {
            if (there.path("name").asString("").equals(name)) {
                return there.path("id").asString();
            }
        }
        Answer answer = send(seat(login), "POST", "/api/cases/" + caseNumber + "/evidence", FORM, form(part("file\"; filename=\"" + name, "image/png", png)));
        return answer.body().path(0).path("id").asString("");
    }

    /** Uploads a file with what is wished of it, as the imports' page does. */
    Answer upload(String login, String path, Map<String, Object> job, String name, byte[] file) {
        return send(seat(login), "POST", path, FORM, form(part("job", "application/json", json.writeValueAsBytes(job)), part("files\"; filename=\"" + name, "text/csv", file)));
    }

    private static byte[] part(String name, String type, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private static BodyPublisher form(byte[]... parts) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            form.writeBytes(part);
        }
        form.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(form.toByteArray());
    }

    private Seat seat(String login) {
        return seats.computeIfAbsent(login, this::enter);
    }

    private Seat enter(String login) {
        Seat seat = new Seat();
        JsonNode people = send(seat, "GET", "/api/session/demo", "application/json", BodyPublishers.noBody()).body();
        Answer entered = post(seat, "/api/session", Map.of("login", login, "password", people.path(0).path("password").asString("")));
        if (!entered.fine()) {
            throw new IllegalStateException(login + " may not enter: " + entered.status());
        }
        return seat;
    }

    private Answer post(Seat seat, String path, Object body) {
        return send(seat, "POST", path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private Answer send(Seat seat, String method, String path, String type, BodyPublisher body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.address() + path)).timeout(Duration.ofSeconds(30))
                .header("Content-Type", type).header("Accept-Language", "zh-CN").header("X-XSRF-TOKEN", seat.token()).method(method, body);
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            HttpResponse<String> answer = seat.http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body().isBlank() ? json.nullNode() : json.readTree(answer.body()));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
