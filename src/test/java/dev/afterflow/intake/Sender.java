package dev.afterflow.intake;

import dev.afterflow.security.Visitor;
import dev.afterflow.security.Visitor.Answer;
import dev.afterflow.security.Visitor.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Machines with keys and people with files, in tests. */
public final class Sender {

    private Sender() {
    }

    /** A key for these kinds of one shop. */
    public static String key(int port, String shop, String... kinds) {
        return key(port, new String[] {shop}, kinds);
    }

    /** A key for these kinds of several shops. */
    public static String key(int port, String[] shops, String... kinds) {
        String scopes = Arrays.stream(kinds).map(kind -> "\"intake:" + kind + "\"").collect(Collectors.joining(","));
        String grants = Arrays.stream(shops).map(shop -> "{\"shop\":\"" + shop + "\",\"scopes\":[" + scopes + "]}")
                .collect(Collectors.joining(","));
        Answer made = Visitor.as("admin", port).post("/api/keys", "{\"name\":\"test\",\"grants\":[" + grants + "]}");
        return made.json().get("key").asString();
    }

    /** Delivers a body with a key. */
    public static Answer deliver(int port, String key, String kind, String type, String body) {
        return deliver(port, key, kind, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Delivers bytes with a key; {@code kind} may carry a query. */
    public static Answer deliver(int port, String key, String kind, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/intake/" + kind))
                .header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return Visitor.stranger(port).send(request.build());
    }

    /** The status line for a delivery that announces so many bytes and sends none of them. */
    public static String announce(int port, String key, String kind, long bytes) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String head = "POST /api/intake/" + kind + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + key
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        }
    }

    /** Uploads files by name with an import's wish. */
    public static Answer upload(Visitor visitor, String path, String job, Map<String, byte[]> files) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("job", null, "application/json", job.getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, bytes) -> parts.add(new Part("files", name, "text/csv", bytes)));
        return visitor.upload(path, parts);
    }
}
