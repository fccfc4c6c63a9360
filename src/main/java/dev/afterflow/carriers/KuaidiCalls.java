package dev.afterflow.carriers;

import dev.afterflow.connections.Outbound.Heard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Kuaidi100's calls as its documents have them: forms, signed with the account's key. */
@Component
class KuaidiCalls {

    /** Why nothing was sent: it was not our turn. */
    static final String PACE = "PACE";
    private static final ContentType TEXT = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);
    private static final long PACE_MILLIS = 5_000;
    private static final int MOST_AT_PACE = 90;

    private final CarrierCircuits circuits;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Deque<Long>> paces = new ConcurrentHashMap<>();

    KuaidiCalls(CarrierCircuits circuits, JsonMapper json, Clock clock) {
        this.circuits = circuits;
        this.json = json;
        this.clock = clock;
    }

    Heard query(CarrierAccounts.Kuaidi account, String circuit, Map<String, ?> asked) throws IOException {
        String param = json.writeValueAsString(asked);
        return post(circuit, account.url() + "/poll/query.do", Map.of("customer", account.customer(), "param", param,
            "sign", KuaidiSign.of(param, account.key(), account.customer())));
    }

    /** The key stands in the parameters; the subscription itself carries no signature. */
    Heard subscribe(CarrierAccounts.Kuaidi account, String circuit, Map<String, Object> wanted) throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>(wanted);
        whole.put("key", account.key());
        return post(circuit, account.url() + "/poll", Map.of("schema", "json", "param", json.writeValueAsString(whole)));
    }

    /** A call about work orders; {@code method} is null where the path says it all. */
    Heard workOrder(CarrierAccounts.Kuaidi account, String circuit, String path, String method, Map<String, ?> wanted) throws IOException {
        Map<String, String> fields = signed(account, wanted);
        if (method != null) {
            fields.put("method", method);
        }
        return post(circuit, account.workUrl() + "/workorder/api/" + path, fields);
    }

    /** Uploads one picture for a work order (its "upload", a form of several parts with the file last). */
    Heard upload(CarrierAccounts.Kuaidi account, String circuit, Papers.Paper picture) throws IOException {
        MultipartEntityBuilder form = MultipartEntityBuilder.create().setMode(HttpMultipartMode.EXTENDED).setCharset(StandardCharsets.UTF_8);
        signed(account, Map.of("fileName", picture.name())).forEach((field, value) -> form.addTextBody(field, value, TEXT));
        form.addBinaryBody("file", picture.content(), ContentType.parse(picture.mediaType()), picture.name());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (HttpEntity whole = form.build()) {
            whole.writeTo(body);
            return circuits.call(circuit, "POST", URI.create(account.workUrl() + "/workorder/api/upload"),
                Map.of("Content-Type", whole.getContentType()), body.toByteArray());
        }
    }

    private Map<String, String> signed(CarrierAccounts.Kuaidi account, Map<String, ?> wanted) throws CarrierCircuits.Closed {
        String param = json.writeValueAsString(wanted);
        String t = String.valueOf(clock.millis());
        keepPace(account.key());
        return new LinkedHashMap<>(Map.of("key", account.key(), "t", t, "param", param, "sign", KuaidiSign.of(param, t, account.key(), account.secret())));
    }

    /** How long one who was not let through waits for its turn; not all at once. */
    static Duration turn() {
        return Duration.ofMillis(PACE_MILLIS / 2 + ThreadLocalRandom.current().nextLong(PACE_MILLIS));
    }

    /**
     * Kuaidi100 shuts out whoever makes more than a hundred calls about work orders within five seconds; a tenth is left to others who use the
     * key. Calls of a time that is as long to come were counted by a clock that was ahead.
     */
    private void keepPace(String key) throws CarrierCircuits.Closed {
        Deque<Long> latest = paces.computeIfAbsent(key, each -> new ArrayDeque<>());
        synchronized (latest) {
            long now = clock.millis();
            while (!latest.isEmpty() && (latest.peekFirst() <= now - PACE_MILLIS || latest.peekLast() > now + PACE_MILLIS)) {
                latest.removeFirst();
            }
            if (latest.size() >= MOST_AT_PACE) {
                throw new CarrierCircuits.Closed(PACE);
            }
            latest.addLast(now);
        }
    }

    private Heard post(String circuit, String address, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return circuits.call(circuit, "POST", URI.create(address), Map.of("Content-Type", "application/x-www-form-urlencoded"), form.getBytes(StandardCharsets.US_ASCII));
    }
}
