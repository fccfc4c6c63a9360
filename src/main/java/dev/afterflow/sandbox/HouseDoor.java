package dev.afterflow.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's way into the house: the same intake over HTTP, with a key, that a real marketplace's connector uses. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class HouseDoor {

    private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {
    };

    private final Environment environment;
    private final RestClient http;
    private final JsonMapper json;
    private final Acts acts;

    HouseDoor(Environment environment, RestClient.Builder builder, JsonMapper json, Acts acts) {
        this.environment = environment;
        this.json = json;
        this.acts = acts;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(30));
        this.http = builder.requestFactory(requests).build();
    }

    /** What was answered, and its status. */
    record Heard(int status, String text) {
    }

    /** Delivers the rows and answers what the house said, row by row. */
    Map<String, Object> deliver(String kind, List<Map<String, Object>> rows) {
        return deliver(World.SHOP, kind, rows);
    }

    /** The same for another of the demo's shops. */
    Map<String, Object> deliver(String shop, String kind, List<Map<String, Object>> rows) {
        Heard heard = post(path(shop, kind), key(), rows);
        if (heard.status() >= 500 || heard.status() == 429) {
            throw new IllegalStateException("the house answered " + heard.status());
        }
        return json.readValue(heard.text(), ANSWER);
    }

    /** Brings a product's picture. */
    void picture(String shop, String productId, byte[] png) {
        http.put().uri(address() + "/api/intake/products/{id}/picture?shop={shop}", productId, shop).header("Authorization", "Bearer " + key())
                .contentType(MediaType.IMAGE_PNG).body(png).retrieve().toBodilessEntity();
    }

    /** Delivers one row that somebody pressed a button for, and remembers what was said on both sides. */
    Map<String, Object> act(String what, String shop, String kind, Map<String, Object> row) {
        return json.readValue(act(what, shop, kind, row, key()).text(), ANSWER);
    }

    /** The same with a key of somebody else's making. */
    Heard act(String what, String shop, String kind, Map<String, Object> row, String key) {
        Heard heard = post(path(shop, kind), key, List.of(row));
        acts.keep(new Acts.Act(0, null, what, shop, (String) row.get("orderId"), "POST " + path(shop, kind), json.writeValueAsString(List.of(row)),
                heard.status(), heard.text()));
        return heard;
    }

    /** Gives up before the house can answer, as a sender with too little time does. */
    void hurry(String what, String shop, String kind, Map<String, Object> row) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path(shop, kind))).header("Authorization", "Bearer " + key())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json.writeValueAsString(List.of(row)))).build();
        CompletableFuture<?> sent = HttpClient.newHttpClient().sendAsync(request, BodyHandlers.discarding()).orTimeout(3, TimeUnit.MILLISECONDS);
        int status = sent.handle((answer, gaveUp) -> gaveUp == null ? 200 : 0).join();
        acts.keep(new Acts.Act(0, null, what, shop, (String) row.get("orderId"), "POST " + path(shop, kind), json.writeValueAsString(List.of(row)), status, ""));
    }

    private Heard post(String path, String key, List<Map<String, Object>> rows) {
        return http.post().uri(address() + path).header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).body(rows)
                .exchange((request, response) -> new Heard(response.getStatusCode().value(),
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private String key() {
        return environment.getRequiredProperty("afterflow.sandbox.key");
    }

    private static String path(String shop, String kind) {
        return "/api/intake/" + kind + "?shop=" + shop;
    }

    /** The house this sandbox stands in, unless it stands by itself. */
    String address() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return environment.getProperty("afterflow.sandbox.house", "http://127.0.0.1:" + port);
    }
}
