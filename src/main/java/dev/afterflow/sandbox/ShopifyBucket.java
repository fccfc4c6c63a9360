package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The played Shopify's points: 1,000 in a shop's bucket, 50 back a second; a call that finds too few gets nothing. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ShopifyBucket {

    private static final double MOST = 1_000;
    private static final double PER_SECOND = 50;
    private static final Map<String, Integer> COSTS = Map.of("Orders", 120, "Disputes", 60, "Order", 80, "Return", 40, "Shop", 2);
    private static final int USUAL = 20;

    private final Clock clock;
    private final Map<String, double[]> left = new ConcurrentHashMap<>();

    ShopifyBucket(Clock clock) {
        this.clock = clock;
    }

    record Taken(boolean enough, int cost, double left) {

        ObjectNode told(JsonMapper json) {
            ObjectNode told = json.createObjectNode().put("requestedQueryCost", cost);
            if (enough) {
                told.put("actualQueryCost", cost);
            } else {
                told.putNull("actualQueryCost");
            }
            told.putObject("throttleStatus").put("maximumAvailable", MOST).put("currentlyAvailable", left).put("restoreRate", PER_SECOND);
            return told;
        }
    }

    Taken take(String shop, String name) {
        int cost = COSTS.getOrDefault(name, USUAL);
        boolean[] enough = new boolean[1];
        double[] now = left.compute(shop, (key, was) -> {
            double have = was == null ? MOST : Math.min(MOST, was[0] + PER_SECOND * seconds(was[1]));
            enough[0] = have >= cost;
            return new double[] {enough[0] ? have - cost : have, clock.millis()};
        });
        return new Taken(enough[0], cost, now[0]);
    }

    /** Somebody else's app of the shop has used it all up. */
    void drain(String shop) {
        left.put(shop, new double[] {0, clock.millis()});
    }

    private double seconds(double since) {
        return Duration.between(Instant.ofEpochMilli((long) since), clock.instant()).toMillis() / 1000.0;
    }
}
