package dev.afterflow.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.Provider.Claim;
import dev.afterflow.providers.Provider.Notice;
import dev.afterflow.providers.Provider.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Stripe's notices: HMAC-SHA256 over time and raw body with any secret that is in force, at most five minutes old or ahead, and of
 * the same world, real or test, as our key.
 */
@Component
class StripeNotices {

    private static final long FRESH_SECONDS = 300;
    private static final Pattern TIME = Pattern.compile("(?:^|,)\\s*t=(\\d{1,12})(?:,|$)");

    private final Accounts<StripeAccount> accounts;
    private final StripeHooks hooks;
    private final JsonMapper json;
    private final Clock clock;

    StripeNotices(Accounts<StripeAccount> accounts, StripeHooks hooks, JsonMapper json, Clock clock) {
        this.accounts = accounts;
        this.hooks = hooks;
        this.json = json;
        this.clock = clock;
    }

    Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String seal = headers.getOrDefault("stripe-signature", "");
        try {
            StripeAccount account = accounts.of(shop).filter(known -> isFresh(seal) && isGenuine(known, shop, text, seal)).orElse(null);
            JsonNode event = account == null ? null : json.readTree(text);
            return event != null && event.path("livemode").asBoolean(false) == account.live() ? hint(event) : Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isFresh(String seal) {
        Matcher told = TIME.matcher(seal);
        return told.find() && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(told.group(1))) <= FRESH_SECONDS;
    }

    private boolean isGenuine(StripeAccount account, String shop, String text, String seal) {
        List<String> secrets = new ArrayList<>(account.hooks());
        secrets.addAll(hooks.secrets(shop));
        return secrets.stream().anyMatch(secret -> holds(text, seal, secret));
    }

    /** The age was looked at with our own clock. */
    static boolean holds(String text, String seal, String secret) {
        try {
            return Webhook.Signature.verifyHeader(text, seal, secret, 0);
        } catch (SignatureVerificationException doesNotHold) {
            return false;
        }
    }

    private static Optional<Notice> hint(JsonNode event) {
        String id = event.required("id").asString();
        JsonNode about = event.path("data").path("object");
        return switch (about.path("object").asString("")) {
            case "refund" -> Optional.of(StripeProvider.number(about) == null ? nothing(id)
                : new Notice(id, Topic.REFUND, StripeProvider.number(about), claim(about)));
            case "dispute" -> Optional.of(new Notice(id, Topic.DISPUTE, about.required("id").asString(), null));
            default -> Optional.of(nothing(id));
        };
    }

    private static Claim claim(JsonNode refund) {
        List<String> names = new ArrayList<>();
        names.add(refund.path("payment_intent").stringValue(null));
        names.add(refund.path("charge").stringValue(null));
        return new Claim(names, null, StripeProvider.amount(refund), false);
    }

    private static Notice nothing(String id) {
        return new Notice(id, Topic.NOTHING_OF_OURS, "none", null);
    }
}
