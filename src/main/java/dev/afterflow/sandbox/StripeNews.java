package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The played Stripe's events, told to every endpoint the merchant made, each with that endpoint's own secret. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class StripeNews implements PayNews {

    private final StripeBooks books;
    private final StripeWords words;
    private final JsonMapper json;
    private final Clock clock;

    StripeNews(StripeBooks books, StripeWords words, JsonMapper json, Clock clock) {
        this.books = books;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String word() {
        return StripeHouse.WORD;
    }

    @Override
    public boolean serves(PayBooks.Kept kept) {
        return kept.wanted().merchant().equals(StripeHouse.MERCHANT);
    }

    @Override
    public List<String> addresses(PayBooks.Kept kept) {
        return addresses();
    }

    List<String> addresses() {
        return books.hooks().stream().filter(StripeBooks.Hook::enabled).map(StripeBooks.Hook::url).distinct().toList();
    }

    @Override
    public String body(PayBooks.Kept kept) {
        return event(kept.status().equals("CLOSED") ? "refund.failed" : kept.status().equals("SUCCESS") ? "refund.updated" : "refund.created", words.refund(kept));
    }

    String event(String type, Map<String, Object> about) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", "evt_" + StripeBooks.name());
        event.put("object", "event");
        event.put("api_version", "2020-08-27");
        event.put("created", clock.instant().getEpochSecond());
        event.put("type", type);
        event.put("livemode", false);
        event.put("data", Map.of("object", about));
        return json.writeValueAsString(event);
    }

    /** What nobody listens to any more need not be told again. */
    @Override
    public Told told(RestClient http, String url, String body, String sealed) {
        return books.hooks().stream().filter(hook -> hook.enabled() && hook.url().equals(url)).findFirst()
            .map(hook -> told(http, hook, body, sealed)).orElseGet(() -> new Told(204, ""));
    }

    private Told told(RestClient http, StripeBooks.Hook hook, String body, String sealed) {
        return Told.of(http.post().uri(hook.url()).contentType(MediaType.APPLICATION_JSON)
            .header("Stripe-Signature", StripeHouse.seal(hook.secret(), clock.instant().getEpochSecond(), sealed))
            .body(body.getBytes(StandardCharsets.UTF_8)));
    }
}
