package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Hint;
import dev.afterflow.platforms.Marketplace.Pushed;
import dev.afterflow.platforms.ShopifyAccounts.Shopify;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Shopify's webhooks: base64 of HMAC-SHA256 over the raw body with the app's secret; named by their delivery, what they say is not believed. */
@Component
class ShopifyHooks {

    private final JsonMapper json;

    ShopifyHooks(JsonMapper json) {
        this.json = json;
    }

    Optional<Pushed> read(Shopify account, Map<String, String> headers, byte[] body) {
        String told = headers.get("x-shopify-hmac-sha256");
        if (!holds(told, account.secret(), body) && !holds(told, account.oldSecret(), body)) {
            return Optional.empty();
        }
        String event = "hook:" + headers.getOrDefault("x-shopify-webhook-id", DigestUtils.sha256Hex(body));
        return Optional.of(new Pushed(hint(headers.getOrDefault("x-shopify-topic", ""), content(body), event).map(List::of).orElse(List.of())));
    }

    static boolean holds(String told, String secret, byte[] body) {
        return told != null && secret != null && MessageDigest.isEqual(told.getBytes(StandardCharsets.US_ASCII), seal(secret, body));
    }

    private static byte[] seal(String secret, byte[] body) {
        return Base64.getEncoder().encode(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(body));
    }

    /** Empty for topics we read nothing of, such as drafts and products. */
    private static Optional<Hint> hint(String topic, JsonNode body, String event) {
        String room = topic.split("/")[0];
        return switch (room) {
            case "orders" -> hint(ShopifyMarket.ORDERS, "Order", body.path("id"), event);
            case "refunds", "fulfillments", "order_transactions" -> hint(ShopifyMarket.ORDERS, "Order", body.path("order_id"), event);
            case "returns" -> hint(ShopifyMarket.RETURNS, "Return", body.path("id"), event);
            case "disputes" -> hint(ShopifyMarket.DISPUTES, "ShopifyPaymentsDispute", body.path("id"), event);
            default -> Optional.empty();
        };
    }

    private static Optional<Hint> hint(String feed, String type, JsonNode id, String event) {
        String number = id.asString("");
        return number.matches("\\d{1,20}") ? Optional.of(new Hint(feed, "gid://shopify/" + type + "/" + number, event)) : Optional.empty();
    }

    private JsonNode content(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }
}
