package dev.afterflow.sandbox;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The sandbox's way into the house: the same intake over HTTP, with a key, that a real marketplace's connector uses. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class HouseDoor {

    private static final ParameterizedTypeReference<Map<String, Object>> ANSWER = new ParameterizedTypeReference<>() {
    };

    private final Environment environment;
    private final RestClient http;

    HouseDoor(Environment environment, RestClient.Builder builder) {
        this.environment = environment;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(30));
        this.http = builder.requestFactory(requests).build();
    }

    /** Delivers the rows and answers what the house said, row by row. */
    Map<String, Object> deliver(String kind, List<Map<String, Object>> rows) {
        return deliver(World.SHOP, kind, rows);
    }

    /** The same for another of the demo's shops. */
    Map<String, Object> deliver(String shop, String kind, List<Map<String, Object>> rows) {
        return http.post().uri(address() + "/api/intake/" + kind + "?shop=" + shop)
                .header("Authorization", "Bearer " + environment.getRequiredProperty("afterflow.sandbox.key"))
                .contentType(MediaType.APPLICATION_JSON).body(rows)
                .retrieve().onStatus(HttpStatusCode::is4xxClientError, (request, response) -> { }).body(ANSWER);
    }

    /** The house this sandbox stands in, unless it stands by itself. */
    private String address() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return environment.getProperty("afterflow.sandbox.house", "http://127.0.0.1:" + port);
    }
}
