package dev.afterflow.care;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Remarks over HTTP: one PUT a remark under our own number, a GET to ask for it, signed in both directions. */
@Component
class HttpRemarkFlag implements RemarkFlag {

    private static final int MOST_BYTES = 64 * 1024;
    private static final long FRESH_SECONDS = 300;
    /** What says nothing about the remark itself: the door, the clock or the hurry was wrong. */
    private static final Set<Integer> NOT_FINAL = Set.of(401, 403, 408, 425, 429);

    private final MarketplaceSettings settings;
    private final Environment environment;
    private final FlagSignature signature;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;

    HttpRemarkFlag(MarketplaceSettings settings, Environment environment, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.environment = environment;
        this.signature = new FlagSignature(settings.secret());
        this.json = json;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(settings.read());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean isConnected(String shop) {
        return settings.url() != null || "demo".equals(environment.getProperty("afterflow.mode", "demo"));
    }

    @Override
    public Answer push(Flag flag) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", flag.orderId());
        body.put("flag", flag.colour().ordinal() + 1);
        body.put("memo", flag.memo());
        return call(HttpMethod.PUT, flag, json.writeValueAsBytes(body));
    }

    @Override
    public Answer ask(Flag flag) {
        return call(HttpMethod.GET, flag, new byte[0]);
    }

    private Answer call(HttpMethod method, Flag flag, byte[] body) {
        URI uri = URI.create(base() + "/memos/" + flag.number());
        String time = String.valueOf(clock.instant().getEpochSecond());
        String ours = signature.ofRequest(method.name(), uri.getPath(), time, body);
        try {
            RestClient.RequestBodySpec request = http.method(method).uri(uri).header("Marketplace-Client", flag.shop())
                    .header("Marketplace-Time", time).header("Marketplace-Signature", ours);
            RestClient.RequestHeadersSpec<?> whole = body.length == 0 ? request : request.contentType(MediaType.APPLICATION_JSON).body(body);
            return whole.exchange((sent, response) -> heard(response, ours, method == HttpMethod.GET));
        } catch (RestClientException noAnswer) {
            return new Answer(Result.UNKNOWN, null, "NO_ANSWER");
        }
    }

    private Answer heard(ClientHttpResponse response, String ours, boolean asked) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readNBytes(MOST_BYTES);
        String time = response.getHeaders().getFirst("Marketplace-Time");
        if (!signature.isAnswer(response.getHeaders().getFirst("Marketplace-Signature"), status, ours, time, body) || !fresh(time)) {
            return new Answer(Result.UNKNOWN, status, "WRONG_SIGNATURE");
        }
        if (status >= 200 && status < 300) {
            return new Answer(Result.SET, status, null);
        }
        if (asked) {
            return new Answer(status == 404 ? Result.MISSING : Result.UNKNOWN, status, "HTTP_" + status);
        }
        boolean refused = status >= 400 && status < 500 && !NOT_FINAL.contains(status);
        return new Answer(refused ? Result.REFUSED : Result.UNKNOWN, status, code(body, status));
    }

    private String code(byte[] body, int status) {
        String said = json.readTree(new String(body, StandardCharsets.UTF_8)).path("code").asString("");
        return said.matches("[A-Z_]{1,60}") ? said : "HTTP_" + status;
    }

    private boolean fresh(String time) {
        return time.matches("\\d{1,12}") && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS;
    }

    private String base() {
        return settings.url() != null ? settings.url() : "http://127.0.0.1:"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")) + "/sandbox/marketplace";
    }
}
