package dev.afterflow.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Camunda Modeler 5 as this house sees it: the requests its deployment tool sends, byte for byte. */
public final class ModelerTool {

    private static final String EDGE = "----WebKitFormBoundaryQ3Vt9zQ7mXxY2aBc";
    private final HttpClient http = HttpClient.newHttpClient();
    private final String engine;
    private final String authorization;

    /** @param authorization the header's value, or null for none */
    public ModelerTool(int port, String authorization) {
        this.engine = "http://localhost:" + port + "/api/modeler/engine-rest";
        this.authorization = authorization;
    }

    /** What {@code btoa} makes of login and password. */
    public static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** What the tool's FormData becomes: fields first, then the file under its own name. */
    public HttpResponse<String> deploys(String name, String file, String content) {
        String body = field("deployment-name", name) + field("deployment-source", "Camunda Modeler") + field("enable-duplicate-filtering", "true")
                + "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"" + file + "\"\r\nContent-Type: text/xml\r\n\r\n"
                + content + "\r\n--" + EDGE + "--\r\n";
        return send(request("/deployment/create").header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .header("Origin", "file://").header("Sec-Fetch-Site", "cross-site").header("Sec-Fetch-Mode", "cors")
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))).build());
    }

    private static String field(String name, String value) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(engine + path)).header("accept", "application/json");
        return authorization == null ? request : request.header("authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
