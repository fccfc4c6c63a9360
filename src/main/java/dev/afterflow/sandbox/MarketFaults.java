package dev.afterflow.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What a shop's next calls at a played marketplace meet: too many of them, an answer that is lost after the deed, a fault before it. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class MarketFaults {

    /** LOSE does what is asked and breaks off in the answer; FAIL does nothing and answers 503. */
    enum How { LOSE, FAIL }

    private final CarrierWeather weather;
    private final Map<String, AtomicInteger> limits = new ConcurrentHashMap<>();
    private final Map<String, How> planned = new ConcurrentHashMap<>();

    MarketFaults(CarrierWeather weather) {
        this.weather = weather;
        weather.set("markets/" + How.LOSE, CarrierWeather.Sky.LOST_ANSWER);
        weather.set("markets/" + How.FAIL, CarrierWeather.Sky.FAIL);
    }

    void limit(String shop, int calls) {
        limits.put(shop, new AtomicInteger(calls));
    }

    boolean isLimited(String shop) {
        AtomicInteger left = limits.get(shop);
        return left != null && left.getAndDecrement() > 0;
    }

    /** The next call of this method, or operation, by the shop. */
    void plan(String shop, String method, How how) {
        planned.put(shop + " " + method, how);
    }

    How meets(String shop, String method) {
        return planned.remove(shop + " " + method);
    }

    /** Whose weather the answer meets. */
    String sky(String market, String shop, How how) {
        String own = market + "/" + shop;
        return how == null || weather.of(own) != CarrierWeather.Sky.CLEAR ? own : "markets/" + how;
    }
}
