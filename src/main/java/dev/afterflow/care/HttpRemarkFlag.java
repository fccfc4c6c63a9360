package dev.afterflow.care;

import dev.afterflow.connections.Outbound;
import dev.afterflow.security.Problem;
import dev.afterflow.vault.VaultClosed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
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

    private final FlagDoors doors;
    private final Outbound outbound;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;

    HttpRemarkFlag(MarketplaceSettings settings, FlagDoors doors, Outbound outbound, JsonMapper json, Clock clock) {
        this.doors = doors;
        this.outbound = outbound;
        this.json = json;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(settings.read());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean isConnected(String shop) {
        return doors.lead(shop);
    }

    @Override
    public Answer push(Flag flag) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", flag.orderId());
        body.put("flag", flag.colour().ordinal() + 1);
        body.put("memo", flag.memo());
        return known(flag.shop(), door -> call(HttpMethod.PUT, door, flag.shop(), flag.number(), json.writeValueAsBytes(body)));
    }

    @Override
    public Answer ask(Flag flag) {
        return known(flag.shop(), door -> ask(door, flag.shop(), flag.number()));
    }

    /** Asks a door for a remark under this number. */
    Answer ask(FlagDoors.Door door, String shop, String number) {
        return call(HttpMethod.GET, door, shop, number, new byte[0]);
    }

    private Answer known(String shop, Function<FlagDoors.Door, Answer> call) {
        try {
            return call.apply(doors.of(shop));
        } catch (VaultClosed | Problem closed) {
            return new Answer(Result.UNKNOWN, null, "NO_ACCOUNT");
        }
    }

    /** An address that somebody brought is called as such; the operator's own may lead anywhere. */
    private Answer call(HttpMethod method, FlagDoors.Door door, String shop, String number, byte[] body) {
        URI uri = URI.create(door.base() + "/memos/" + number);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String ours = door.signature().ofRequest(method.name(), uri.getPath(), time, body);
        Map<String, String> headers = Map.of("Marketplace-Client", shop, "Marketplace-Time", time, "Marketplace-Signature", ours,
                "Content-Type", "application/json");
        try {
            return heard(door.signature(), door.brought() ? outbound.call(method.name(), uri, headers, body.length == 0 ? null : body, MOST_BYTES)
                    : inHouse(method, uri, headers, body), ours, method == HttpMethod.GET);
        } catch (IOException | RestClientException noAnswer) {
            return new Answer(Result.UNKNOWN, null, "NO_ANSWER");
        }
    }

    private Outbound.Heard inHouse(HttpMethod method, URI uri, Map<String, String> headers, byte[] body) {
        RestClient.RequestBodySpec request = http.method(method).uri(uri).headers(all -> headers.forEach(all::set));
        RestClient.RequestHeadersSpec<?> whole = body.length == 0 ? request : request.body(body);
        return whole.exchange((sent, response) -> {
            Map<String, String> answered = new HashMap<>();
            response.getHeaders().forEach((name, values) -> answered.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            return new Outbound.Heard(response.getStatusCode().value(), answered, response.getBody().readNBytes(MOST_BYTES));
        });
    }

    private Answer heard(FlagSignature signature, Outbound.Heard response, String ours, boolean asked) {
        int status = response.status();
        String time = response.headers().get("marketplace-time");
        if (!signature.isAnswer(response.headers().get("marketplace-signature"), status, ours, time, response.body()) || !fresh(time)) {
            return new Answer(Result.UNKNOWN, status, "WRONG_SIGNATURE");
        }
        if (status >= 200 && status < 300) {
            return new Answer(Result.SET, status, null);
        }
        if (asked) {
            return new Answer(status == 404 ? Result.MISSING : Result.UNKNOWN, status, "HTTP_" + status);
        }
        boolean refused = status >= 400 && status < 500 && !NOT_FINAL.contains(status);
        return new Answer(refused ? Result.REFUSED : Result.UNKNOWN, status, code(response.body(), status));
    }

    private String code(byte[] body, int status) {
        String said = json.readTree(new String(body, StandardCharsets.UTF_8)).path("code").asString("");
        return said.matches("[A-Z_]{1,60}") ? said : "HTTP_" + status;
    }

    private boolean fresh(String time) {
        return time.matches("\\d{1,12}") && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS;
    }
}
