package dev.afterflow.logistics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.env.Environment;
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

    private final WarehouseSettings settings;
    private final WarehouseSignature signature;
    private final Environment environment;
    private final Clock clock;
    private final RestClient http;

    HttpWarehouse(WarehouseSettings settings, Environment environment, Clock clock) {
        this.settings = settings;
        this.signature = new WarehouseSignature(settings.secret());
        this.environment = environment;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(settings.read());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean isConnected() {
        return settings.url() != null || "demo".equals(environment.getProperty("afterflow.mode", "demo"));
    }

    @Override
    public Answer tell(Notice notice) {
        URI uri = URI.create(base() + path(notice.kind()) + notice.number());
        byte[] body = notice.body().getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String ours = signature.ofRequest("PUT", uri.getPath(), time, body);
        try {
            return http.put().uri(uri).header("Warehouse-Client", notice.shop()).header("Warehouse-Time", time)
                    .header("Warehouse-Signature", ours).contentType(MediaType.APPLICATION_JSON).body(body)
                    .exchange((request, response) -> heard(response, ours));
        } catch (RestClientException noAnswer) {
            return new Answer(Result.UNKNOWN, null, "NO_ANSWER", null);
        }
    }

    private Answer heard(ClientHttpResponse response, String ours) throws IOException {
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

    private String base() {
        return settings.url() != null ? settings.url() : "http://127.0.0.1:"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")) + "/sandbox/warehouse";
    }
}
