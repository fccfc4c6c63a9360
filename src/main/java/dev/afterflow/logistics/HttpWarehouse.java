package dev.afterflow.logistics;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tells a warehouse's system over HTTP: one PUT a notice under our own number, signed in both directions. */
@Component
class HttpWarehouse implements Warehouse {

    private static final int MOST_BYTES = 64 * 1024;
    private static final long FRESH_SECONDS = 300;
    /** What says nothing about the notice itself: the door, the clock or the hurry was wrong. */
    private static final Set<Integer> NOT_FINAL = Set.of(401, 403, 408, 425, 429);

    private final WarehouseDoors doors;
    private final Outbound outbound;
    private final Clock clock;
    private final RestClient http;

    HttpWarehouse(WarehouseSettings settings, WarehouseDoors doors, Outbound outbound, Clock clock) {
        this.doors = doors;
        this.outbound = outbound;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(settings.read());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean isConnected(String shop) {
        return doors.lead(shop);
    }

    @Override
    public Answer tell(Notice notice) {
        try {
            return call(HttpMethod.PUT, doors.of(notice.shop()), notice.shop(), path(notice.kind()) + notice.number(), notice.body());
        } catch (VaultClosed | Problem closed) {
            return new Answer(Result.UNKNOWN, null, "NO_ACCOUNT", null);
        }
    }

    /** Asks a door whether it knows us; nothing is told. */
    Answer ping(WarehouseDoors.Door door, String shop) {
        return call(HttpMethod.GET, door, shop, "/ping", "");
    }

    /** An address that somebody brought is called as such; the operator's own may lead anywhere. */
    private Answer call(HttpMethod method, WarehouseDoors.Door door, String shop, String path, String text) {
        URI uri = URI.create(door.base() + path);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String ours = door.signature().ofRequest(method.name(), uri.getPath(), time, body);
        Map<String, String> headers = Map.of("Warehouse-Client", shop, "Warehouse-Time", time, "Warehouse-Signature", ours, "Content-Type", "application/json");
        try {
            return heard(door.signature(), door.brought() ? outbound.call(method.name(), uri, headers, body.length == 0 ? null : body, MOST_BYTES)
                    : inHouse(method, uri, headers, body), ours);
        } catch (IOException | RestClientException noAnswer) {
            return new Answer(Result.UNKNOWN, null, "NO_ANSWER", null);
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

    private Answer heard(WarehouseSignature signature, Outbound.Heard response, String ours) {
        int status = response.status();
        byte[] body = response.body();
        String time = response.headers().get("warehouse-time");
        if (!signature.isAnswer(response.headers().get("warehouse-signature"), status, ours, time, body) || !fresh(time)) {
            return new Answer(Result.UNKNOWN, status, "WRONG_SIGNATURE", null);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (status >= 200 && status < 300) {
            return new Answer(Result.TAKEN, status, null, text);
        }
        boolean refused = status >= 400 && status < 500 && !NOT_FINAL.contains(status);
        return new Answer(refused ? Result.REFUSED : Result.UNKNOWN, status, "HTTP_" + status, text);
    }

    private boolean fresh(String time) {
        return time.matches("\\d{1,12}") && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS;
    }

    private static String path(Kind kind) {
        return switch (kind) {
            case RETURN_EXPECTED -> "/returns/";
            case SHIPMENT_ORDERED -> "/shipments/";
            case EVENT -> "/events/";
        };
    }
}
