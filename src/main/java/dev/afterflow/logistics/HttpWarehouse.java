package dev.afterflow.logistics;

import dev.afterflow.security.Problem;
import dev.afterflow.vault.VaultClosed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
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
    private final Clock clock;
    private final RestClient http;

    HttpWarehouse(WarehouseSettings settings, WarehouseDoors doors, Clock clock) {
        this.doors = doors;
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

    private Answer call(HttpMethod method, WarehouseDoors.Door door, String shop, String path, String text) {
        URI uri = URI.create(door.base() + path);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String ours = door.signature().ofRequest(method.name(), uri.getPath(), time, body);
        try {
            RestClient.RequestBodySpec request = http.method(method).uri(uri).header("Warehouse-Client", shop).header("Warehouse-Time", time)
                    .header("Warehouse-Signature", ours);
            RestClient.RequestHeadersSpec<?> whole = body.length == 0 ? request : request.contentType(MediaType.APPLICATION_JSON).body(body);
            return whole.exchange((sent, response) -> heard(door.signature(), response, ours));
        } catch (RestClientException noAnswer) {
            return new Answer(Result.UNKNOWN, null, "NO_ANSWER", null);
        }
    }

    private Answer heard(WarehouseSignature signature, ClientHttpResponse response, String ours) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readNBytes(MOST_BYTES);
        String time = response.getHeaders().getFirst("Warehouse-Time");
        if (!signature.isAnswer(response.getHeaders().getFirst("Warehouse-Signature"), status, ours, time, body) || !fresh(time)) {
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
