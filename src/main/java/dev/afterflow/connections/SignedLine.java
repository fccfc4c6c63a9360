package dev.afterflow.connections;

import dev.afterflow.security.Problem;
import dev.afterflow.vault.VaultClosed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * A line to a partner's own system, signed in both directions. It leads to the shop's own connection, else to the operator's address,
 * else to the demo's played partner, and in production without either to nobody.
 */
public final class SignedLine {

    private static final int MOST_BYTES = 64 * 1024;
    private static final long FRESH_SECONDS = 300;
    /** What says nothing about the matter itself: the door, the clock or the hurry was wrong. */
    private static final Set<Integer> NOT_FINAL = Set.of(401, 403, 408, 425, 429);

    private final Dialect dialect;
    private final Wires wires;
    private final RestClient house;

    private SignedLine(Dialect dialect, Wires wires) {
        this.dialect = dialect;
        this.wires = wires;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(dialect.read());
        this.house = RestClient.builder().requestFactory(requests).build();
    }

    /** How a key signs a request, and its answer: status and the request's own signature stand there for method and path. */
    @FunctionalInterface
    public interface Seal {

        String over(String method, String path, String time, byte[] body);

        /** Whether an answer is genuine, whole and the one to our request. */
        default boolean isAnswer(String told, int status, String ours, String time, byte[] body) {
            return told != null && time != null && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8),
                    over(String.valueOf(status), ours, time, body).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * How one kind of partner is spoken to.
     *
     * @param partner its word among a shop's connections
     * @param header what its three headers begin with: {@code …-Client}, {@code …-Time} in seconds, {@code …-Signature}
     * @param url the operator's own address, null for none; {@code secret} is signed with there and in the demo
     * @param read how long one answer of the operator's partner may take
     * @param played where the demo plays it
     */
    public record Dialect(String partner, String header, String url, String secret, Duration read, String played, Function<String, Seal> seal) {
    }

    /** Where a call goes and what both sides sign with; {@code brought} by an administrator, not by the operator. */
    public record Door(String base, Seal seal, boolean brought) {
    }

    /** A whole answer whose signature holds; else {@code code} says what is missing: NO_ACCOUNT, NO_ANSWER or WRONG_SIGNATURE. */
    public record Heard(Integer status, String code, byte[] body) {

        public boolean isWhole() {
            return code == null;
        }

        public boolean isTaken() {
            return isWhole() && status >= 200 && status < 300;
        }

        /** Refused for good: the same again would be refused again. */
        public boolean isRefused() {
            return isWhole() && status >= 400 && status < 500 && !NOT_FINAL.contains(status);
        }
    }

    /** Lays lines. */
    @Component
    public static class Wires {

        private final Connections connections;
        private final Addresses addresses;
        private final Outbound outbound;
        private final Environment environment;
        private final Clock clock;

        Wires(Connections connections, Addresses addresses, Outbound outbound, Environment environment, Clock clock) {
            this.connections = connections;
            this.addresses = addresses;
            this.outbound = outbound;
            this.environment = environment;
            this.clock = clock;
        }

        public SignedLine line(Dialect dialect) {
            return new SignedLine(dialect, this);
        }
    }

    /** Whether anybody is at the end of a shop's line. */
    public boolean leads(String shop) {
        return dialect.url() != null || "demo".equals(wires.environment.getProperty("afterflow.mode", "demo")) || wires.connections.has(shop, dialect.partner());
    }

    /** One call by the shop's line; the answer says why if it could not be made. */
    public Heard call(String shop, HttpMethod method, String path, byte[] body) {
        try {
            return call(door(shop), shop, method, path, body);
        } catch (VaultClosed | Problem closed) {
            return new Heard(null, "NO_ACCOUNT", null);
        }
    }

    /** An address that somebody brought is called as such; the operator's own may lead anywhere. */
    Heard call(Door door, String shop, HttpMethod method, String path, byte[] body) {
        URI uri = URI.create(door.base() + path);
        String time = String.valueOf(wires.clock.instant().getEpochSecond());
        String ours = door.seal().over(method.name(), uri.getPath(), time, body);
        Map<String, String> headers = Map.of(dialect.header() + "-Client", shop, dialect.header() + "-Time", time, dialect.header() + "-Signature", ours,
                "Content-Type", "application/json");
        try {
            return proved(door.seal(), ours, door.brought() ? wires.outbound.call(method.name(), uri, headers, body.length == 0 ? null : body, MOST_BYTES)
                    : inHouse(method, uri, headers, body));
        } catch (IOException | RestClientException noAnswer) {
            return new Heard(null, "NO_ANSWER", null);
        }
    }

    private Outbound.Heard inHouse(HttpMethod method, URI uri, Map<String, String> headers, byte[] body) {
        RestClient.RequestBodySpec request = house.method(method).uri(uri).headers(all -> headers.forEach(all::set));
        RestClient.RequestHeadersSpec<?> whole = body.length == 0 ? request : request.body(body);
        return whole.exchange((sent, response) -> {
            Map<String, String> answered = new HashMap<>();
            response.getHeaders().forEach((name, values) -> answered.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            return new Outbound.Heard(response.getStatusCode().value(), answered, response.getBody().readNBytes(MOST_BYTES));
        });
    }

    private Heard proved(Seal seal, String ours, Outbound.Heard answer) {
        String header = dialect.header().toLowerCase(Locale.ROOT);
        String time = answer.headers().get(header + "-time");
        boolean genuine = seal.isAnswer(answer.headers().get(header + "-signature"), answer.status(), ours, time, answer.body()) && isFresh(time);
        return new Heard(answer.status(), genuine ? null : "WRONG_SIGNATURE", genuine ? answer.body() : null);
    }

    private boolean isFresh(String time) {
        return time.matches("\\d{1,12}") && Math.abs(wires.clock.instant().getEpochSecond() - Long.parseLong(time)) <= FRESH_SECONDS;
    }

    String partner() {
        return dialect.partner();
    }

    private Door door(String shop) {
        return wires.connections.of(shop, dialect.partner()).map(this::own)
                .orElseGet(() -> new Door(operators(), dialect.seal().apply(dialect.secret()), false));
    }

    /** The address is looked at again each time: a name may lead elsewhere than it did when it was saved. */
    Door own(Account account) {
        String url = checked(account.need("url")).toString();
        return new Door(url.endsWith("/") ? url.substring(0, url.length() - 1) : url, dialect.seal().apply(account.need("secret")), true);
    }

    /** An address that may be called; a problem of the field {@code settings.url} otherwise. */
    URI checked(String url) {
        return wires.addresses.web("settings.url", url);
    }

    private String operators() {
        return dialect.url() != null ? dialect.url() : "http://127.0.0.1:"
                + wires.environment.getProperty("local.server.port", wires.environment.getProperty("server.port", "8080")) + dialect.played();
    }
}
