package dev.afterflow.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Tells merchants how their refunds ended: once, twice, late, out of order or never, as the faults have it. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class PayNotices {

    private static final int MOST_TRIES = 8;
    private static final String OWN = "sandbox";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PayFaults faults;
    private final List<PayNews> tellers;
    private final Clock clock;
    private final String secret;
    private final RestClient http;

    PayNotices(JdbcClient jdbc, JsonMapper json, PayFaults faults, List<PayNews> tellers, Clock clock,
            @Value("${afterflow.sandbox.pay-secret:sandbox-demo-secret}") String secret) {
        this.jdbc = jdbc;
        this.json = json;
        this.faults = faults;
        this.tellers = tellers;
        this.clock = clock;
        this.secret = secret;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** @param teller who tells it: one of the played providers, or this bank itself */
    record Due(long id, String url, String body, int tries, String teller) {
    }

    /** Writes the notice down, in the transaction that changed the refund. */
    void about(PayBooks.Kept kept, int delayMillis) {
        PayFaults.Setting setting = faults.setting();
        if (PayFaults.chance(setting.seed(), "lost" + kept.refundId()) < setting.lostNotices()) {
            return;
        }
        Optional<PayNews> teller = tellers.stream().filter(each -> each.serves(kept)).findFirst();
        String word = teller.map(PayNews::word).orElse(OWN);
        String body = teller.map(each -> each.body(kept)).orElseGet(() -> teller.isPresent() ? null : body(kept));
        List<String> urls = teller.map(each -> each.addresses(kept)).orElseGet(() -> kept.wanted().notifyUrl().isBlank() ? List.of() : List.of(kept.wanted().notifyUrl()));
        for (String url : body == null ? List.<String>of() : urls) {
            tell(url, body, word, delayMillis);
            if (PayFaults.chance(setting.seed(), "double" + kept.refundId()) < setting.doubledNotices()) {
                tell(url, body, word, delayMillis * 2);
            }
        }
    }

    /** Sends what is due; a merchant that does not answer 2xx is told again later, at most eight times. */
    void send() {
        for (List<Due> due = claim(); !due.isEmpty(); due = claim()) {
            due.forEach(each -> done(each, delivered(each)));
        }
    }

    private List<Due> claim() {
        return jdbc.sql("""
                with due as materialized (select id from sandbox.notice where not sent and send_at <= now() and tries < :most
                  order by send_at limit 20 for update skip locked)
                update sandbox.notice set tries = tries + 1, send_at = now() + interval '10 seconds' * (tries + 1)
                from due where notice.id = due.id
                returning notice.id, url, body, tries, teller""")
            .param("most", MOST_TRIES).query(Due.class).list();
    }

    private void done(Due due, boolean taken) {
        if (taken) {
            jdbc.sql("update sandbox.notice set sent = true where id = :id").param("id", due.id()).update();
        }
    }

    private boolean delivered(Due due) {
        Optional<PayNews> teller = tellers.stream().filter(each -> each.word().equals(due.teller())).findFirst();
        if (teller.isPresent()) {
            return teller.get().taken(teller.get().told(http, due.url(), due.body(), due.body()));
        }
        byte[] body = due.body().getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        try {
            http.post().uri(due.url()).contentType(MediaType.APPLICATION_JSON).header(PaySignature.TIMESTAMP, time)
                .header(PaySignature.NONCE, nonce)
                .header(PaySignature.SIGNATURE, PaySignature.of(secret, body, time, nonce)).body(body)
                .retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException away) {
            return false;
        }
    }

    /** Tells of the latest refund that it failed, with a seal that is not the provider's; what was sent and answered, if there is a refund. */
    Optional<Acts.Act> forged() {
        return jdbc.sql("select merchant, refund_no, notify_url from sandbox.refund where notify_url <> '' order by created_at desc limit 1")
            .query((row, number) -> forged(row.getString("merchant"), row.getString("refund_no"), row.getString("notify_url"))).optional();
    }

    private Acts.Act forged(String shop, String refundNo, String url) {
        String body = json.writeValueAsString(Map.of("event_id", "EV" + UUID.randomUUID(), "event_type", "REFUND.CLOSED", "refund_no", refundNo, "status", "CLOSED"));
        String time = String.valueOf(clock.instant().getEpochSecond());
        return http.post().uri(url).contentType(MediaType.APPLICATION_JSON).header(PaySignature.TIMESTAMP, time).header(PaySignature.NONCE, "n")
            .header(PaySignature.SIGNATURE, "0".repeat(64)).body(body.getBytes(StandardCharsets.UTF_8))
            .exchange((request, response) -> new Acts.Act(0, null, "wrongSeal", shop, null, "POST " + URI.create(url).getPath().replaceAll("[^/]+$", "…"), body,
                response.getStatusCode().value(), new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    /** Writes down what is to be told there. */
    void tell(String url, String body, String teller, int delayMillis) {
        jdbc.sql("""
                insert into sandbox.notice (url, body, teller, send_at)
                values (:url, :body, :teller, now() + :delay * interval '1 millisecond')""")
            .param("url", url).param("body", body).param("teller", teller).param("delay", delayMillis).update();
    }

    private String body(PayBooks.Kept kept) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("event_id", "EV" + UUID.randomUUID().toString().replace("-", ""));
        words.put("event_type", "REFUND." + kept.status());
        words.put("refund_no", kept.wanted().refundNo());
        words.put("refund_id", kept.refundId());
        words.put("status", kept.status());
        words.put("amount", kept.wanted().amount());
        words.put("currency", kept.wanted().currency());
        return json.writeValueAsString(words);
    }
}
