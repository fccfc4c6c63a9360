package dev.afterflow.platforms;

import dev.afterflow.connections.Outbound.Heard;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.ShopifyAccounts.Shopify;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of Shopify's Admin GraphQL API. Each costs points out of the shop's bucket, which the answers tell (Shopify's document of rate
 * limits): a call that would find it too empty is not made.
 */
@Component
class ShopifyCalls {

    private static final double USUAL_COST = 50;

    private final MarketCircuits circuits;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Double> costs = new ConcurrentHashMap<>();

    ShopifyCalls(MarketCircuits circuits, JsonMapper json, Clock clock) {
        this.circuits = circuits;
        this.json = json;
        this.clock = clock;
    }

    /** What was left in a shop's bucket at a moment, and how many points a second come back; a moment that has not come yet is a clock's that was ahead. */
    private record Bucket(double left, double most, double perSecond, Instant at) {

        double now(Instant now) {
            return at.isAfter(now) ? most : Math.min(most, left + perSecond * Duration.between(at, now).toMillis() / 1000.0);
        }
    }

    /** The {@code data} of the answer; a {@link ShopifyFault} when it says that something is wrong. {@code name} is the operation's. */
    JsonNode ask(Shopify account, String name, String query, Map<String, ?> variables) throws Away, ShopifyFault {
        keepPace(account, name);
        byte[] body = json.writeValueAsBytes(Map.of("query", query, "operationName", name, "variables", variables));
        Heard heard = circuits.reach(account.circuit(), "POST", URI.create(account.url() + "/graphql.json"), headers(account), body);
        JsonNode answer = read(account, heard);
        learn(account, name, answer.path("extensions").path("cost"));
        JsonNode error = answer.path("errors").path(0);
        if (error.path("extensions").path("code").asString("").equals("THROTTLED")) {
            throw throttled(account, answer.path("extensions").path("cost"));
        }
        if (!error.isMissingNode() || answer.has("errors")) {
            throw new ShopifyFault(error.path("extensions").path("code").asString("ERROR"), error.path("message").asString(answer.path("errors").asString("")));
        }
        return answer.path("data");
    }

    /** A call of the REST API, for what GraphQL has no door: files of evidence. */
    JsonNode post(Shopify account, String path, Map<String, ?> words) throws Away, ShopifyFault {
        return read(account, circuits.reach(account.circuit(), "POST", URI.create(account.url() + path), headers(account), json.writeValueAsBytes(words)));
    }

    private static Map<String, String> headers(Shopify account) {
        return Map.of("Content-Type", "application/json", "X-Shopify-Access-Token", account.token());
    }

    private JsonNode read(Shopify account, Heard heard) throws Away, ShopifyFault {
        if (heard.status() == 429) {
            circuits.still(account.circuit(), Duration.ofSeconds(2));
            throw new Away(MarketCircuits.PACE, false);
        }
        if (heard.status() == 401 || heard.status() == 403) {
            throw new ShopifyFault("HTTP_" + heard.status(), new String(heard.body(), StandardCharsets.UTF_8));
        }
        try {
            JsonNode answer = json.readTree(heard.body());
            if (heard.status() >= 400) {
                throw new ShopifyFault("HTTP_" + heard.status(), answer.path("errors").toString());
            }
            return answer;
        } catch (JacksonException unreadable) {
            throw new Away("UNREADABLE", true);
        }
    }

    private void keepPace(Shopify account, String name) throws Away {
        Bucket bucket = buckets.get(account.shop());
        if (bucket != null && bucket.now(clock.instant()) < costs.getOrDefault(name, USUAL_COST)) {
            throw new Away(MarketCircuits.PACE, false);
        }
    }

    private void learn(Shopify account, String name, JsonNode cost) {
        JsonNode left = cost.path("throttleStatus");
        if (left.isObject()) {
            buckets.put(account.shop(), new Bucket(left.path("currentlyAvailable").asDouble(), left.path("maximumAvailable").asDouble(), left.path("restoreRate").asDouble(), clock.instant()));
            costs.put(name, Math.min(cost.path("requestedQueryCost").asDouble(USUAL_COST), left.path("maximumAvailable").asDouble()));
        }
    }

    private Away throttled(Shopify account, JsonNode cost) {
        JsonNode left = cost.path("throttleStatus");
        double missing = cost.path("requestedQueryCost").asDouble(USUAL_COST) - left.path("currentlyAvailable").asDouble(0);
        circuits.still(account.circuit(), Duration.ofMillis((long) (1000 * Math.max(1, missing / Math.max(1, left.path("restoreRate").asDouble(50))))));
        return new Away(MarketCircuits.PACE, false);
    }
}
