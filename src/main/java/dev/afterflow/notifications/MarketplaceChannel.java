package dev.afterflow.notifications;

import dev.afterflow.security.Problem;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The marketplace's chat, over HTTP; the key lets the marketplace drop a repeat. */
@Component
class MarketplaceChannel {

    /** Our key, the other side's pace or the hour may be wrong; the message is not. */
    private static final Set<Integer> MAY_HELP = Set.of(401, 403, 404, 407, 408, 409, 423, 425, 429);

    private final NotificationSettings settings;
    private final Environment environment;
    private final List<MarketLine> lines;
    private final RestClient http;

    MarketplaceChannel(NotificationSettings settings, Environment environment, List<MarketLine> lines) {
        this.settings = settings;
        this.environment = environment;
        this.lines = lines;
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER).build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(Duration.ofSeconds(10));
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    boolean isOpen() {
        return address().isPresent();
    }

    /** The line that takes what a person writes about this order; what the house says by itself does not go there. */
    Optional<MarketLine> line(Message message) {
        return message.byPerson() && message.to().orderId() != null
            ? lines.stream().filter(line -> line.reaches(message.shop(), message.to().orderId())).findFirst() : Optional.empty();
    }

    Optional<MarketLine.Handed> standing(String key) {
        return lines.stream().flatMap(line -> line.standing(key).stream()).findFirst();
    }

    /** Throws {@link Problem} 422 where these words would go to a line that does not take as many. */
    void demandFits(Message draft, String text) {
        if (line(draft).filter(line -> !line.fits(text)).isPresent()) {
            throw Problem.invalid("text", "tooLongForMarketplace", "这条消息会作为平台售后单里的留言发给买家，最多约 120 个汉字（385 字节），请缩短",
                "This goes to the buyer as a message in the marketplace's own record, with at most 385 bytes (about 120 Chinese characters): make it shorter");
        }
    }

    /** Throws {@link Undeliverable} when the marketplace refuses the message itself, anything else when a repeat may help. */
    void send(String key, Message message, Templates.Text text) {
        try {
            post(key, message, text);
        } catch (HttpClientErrorException refused) {
            if (MAY_HELP.contains(refused.getStatusCode().value())) {
                throw refused;
            }
            throw new Undeliverable("marketplace: " + refused.getStatusCode().value(), refused);
        }
    }

    private void post(String key, Message message, Templates.Text text) {
        http.post().uri(address().orElseThrow()).contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", key)
            .body(Map.of("shop", message.shop(), "orderId", message.to().orderId(), "buyerId", message.to().buyerId(),
                "subject", text.subject(), "text", text.body()))
            .retrieve().toBodilessEntity();
    }

    private Optional<String> address() {
        if (settings.marketplaceUrl() != null) {
            return Optional.of(settings.marketplaceUrl());
        }
        boolean demo = "demo".equals(environment.getProperty("afterflow.mode", "demo"));
        return demo ? Optional.of("http://127.0.0.1:" + port() + "/sandbox/marketplace/messages") : Optional.empty();
    }

    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
