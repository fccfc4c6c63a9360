package dev.afterflow.sandbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How many calls the played WeChat Pay and Stripe take in one second before they turn more away; without a number all of them. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ProviderLimits {

    private final Map<String, Integer> most = new TreeMap<>();
    private final Map<String, Second> calls = new HashMap<>();
    private final Clock clock;

    ProviderLimits(Clock clock) {
        this.clock = clock;
    }

    private record Second(long second, int calls) {
    }

    /** {@code perSecond} null or below one lifts the limit. */
    synchronized void set(String provider, Integer perSecond) {
        if (perSecond == null || perSecond < 1) {
            most.remove(provider);
        } else {
            most.put(provider, perSecond);
        }
    }

    synchronized Map<String, Integer> all() {
        return new TreeMap<>(most);
    }

    /** Counts the call; false when it comes too soon. */
    synchronized boolean takes(String provider) {
        long now = clock.instant().getEpochSecond();
        Second second = calls.getOrDefault(provider, new Second(now, 0));
        int call = second.second() == now ? second.calls() + 1 : 1;
        calls.put(provider, new Second(now, call));
        return call <= most.getOrDefault(provider, Integer.MAX_VALUE);
    }
}
