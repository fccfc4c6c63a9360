package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Plays the demo shops' buyers: they ask for their money back, think better of it, or insist. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class World {

    static final String SHOP = Storefront.LANTING.shop;

    private final BuyerRequests requests;
    private final HouseDoor house;
    private final Stockroom stockroom;
    private final Clock clock;
    private final Random chance = new Random();

    World(BuyerRequests requests, HouseDoor house, Stockroom stockroom, Clock clock) {
        this.requests = requests;
        this.house = house;
        this.stockroom = stockroom;
        this.clock = clock;
    }

    /** A wish as a marketplace tells it; {@code words} are the buyer's. */
    record Asking(String requestId, Map<String, Object> order, String kind, String remedy, Reason reason, boolean money) {

        static Asking fresh(Map<String, Object> order, Wish wish, Reason reason) {
            return new Asking("RF-" + UUID.randomUUID().toString().substring(0, 13), order, wish.name(), wish.remedy(), reason, wish.money());
        }
    }

    /** A buyer asks for a refund without a return: of this order, or of one nobody has asked about yet. */
    BuyerRequest askForRefund(String shop, String orderId, String reasonText) {
        Storefront front = Storefront.of(shop);
        Map<String, Object> order = orderId == null ? anyUntouched(front) : stockroom.order(front, orderId);
        return push("request", front, body(front, Asking.fresh(order, Wish.REFUND_ONLY, Reason.of(order).saying(reasonText))));
    }

    /** A buyer asks for what they choose, for the reason they name. */
    BuyerRequest ask(String shop, String orderId, String kind, String reason, String reasonText) {
        Storefront front = Storefront.of(shop);
        Wish wish = Wish.named(kind);
        Reason named = Reason.named(reason);
        Map<String, Object> order = orderId == null ? anyUntouched(front) : stockroom.order(front, orderId);
        return push("request", front, body(front, Asking.fresh(order, wish, named.saying(reasonText))));
    }

    /** The request as the marketplace would tell it now. */
    Map<String, Object> body(Storefront front, Asking asking) {
        Instant now = clock.instant();
        Map<String, Object> order = asking.order();
        boolean shipped = !order.get("state").equals("PAID");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", asking.requestId());
        body.put("version", now.toString());
        body.put("orderId", order.get("orderId"));
        body.put("kind", asking.kind());
        body.put("askedRemedy", asking.remedy());
        body.put("reasonCode", asking.reason().code());
        body.put("reasonText", asking.reason().words());
        body.put("goodsReceived", order.get("state").equals("DELIVERED") && asking.reason().received());
        body.put("lines", lines(order));
        body.put("askedAmount", asking.money() ? front.money(paid(order)) : null);
        body.put("createdAt", now.toString());
        body.put("platformDeadline", now.plus(shipped ? Duration.ofDays(5) : Duration.ofHours(48)).toString());
        body.put("status", "OPEN");
        return body;
    }

    /** The buyer takes the request back (WITHDRAWN) or insists after a refusal (REOPENED). */
    BuyerRequest change(String requestId, String status) {
        BuyerRequest known = known(requestId);
        Map<String, Object> body = new LinkedHashMap<>(known.body());
        body.remove("platform");
        body.put("version", clock.instant().toString());
        body.put("status", status);
        return push(status.equals("WITHDRAWN") ? "withdraw" : "reopen", Storefront.of(known.shop()), body);
    }

    /** The marketplace steps into the request and wants an answer within three days. */
    BuyerRequest stepIn(String requestId) {
        Instant until = clock.instant().plus(Duration.ofDays(3));
        return platform("stepIn", requestId, Map.of("step", "STEPPED_IN", "deadline", until.toString(), "words", "平台已介入，请在期限内举证"));
    }

    /** The marketplace decides: for the buyer it pays at once out of the seller's money it holds. */
    BuyerRequest decide(String requestId, boolean forBuyer) {
        Object asked = known(requestId).body().get("askedAmount");
        return platform("verdict", requestId, forBuyer ? Map.of("step", "DECIDED", "verdict", "BUYER", "paid", asked)
                : Map.of("step", "DECIDED", "verdict", "SELLER"));
    }

    private BuyerRequest platform(String act, String requestId, Map<String, Object> word) {
        BuyerRequest known = known(requestId);
        Map<String, Object> body = new LinkedHashMap<>(known.body());
        body.put("version", clock.instant().toString());
        body.put("platform", word);
        return push(act, Storefront.of(known.shop()), body);
    }

    BuyerRequest known(String requestId) {
        return requests.find(requestId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such request: " + requestId));
    }

    /** Delivers the request as it stands once more, as marketplaces do. */
    BuyerRequest repeat(String requestId) {
        BuyerRequest known = known(requestId);
        return push("repeat", Storefront.of(known.shop()), known.body());
    }

    List<BuyerRequest> recent() {
        return requests.recent();
    }

    /** Tells the house, and remembers what it answered. */
    BuyerRequest push(String act, Storefront front, Map<String, Object> body) {
        requests.keep(front.shop, body);
        Map<String, Object> answer = act.isEmpty() ? house.deliver(front.shop, "requests", List.of(body)) : house.act(act, front.shop, "requests", body);
        return requests.answered((String) body.get("requestId"), answer);
    }

    /** An order of the shop that nobody has asked about yet. */
    Map<String, Object> anyUntouched(Storefront front) {
        Set<String> touched = requests.orders();
        List<Map<String, Object>> left = stockroom.orders(front).stream().filter(order -> !touched.contains((String) order.get("orderId"))).toList();
        if (left.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "every demo order has been asked about; name one");
        }
        return left.get(chance.nextInt(left.size()));
    }

    private static List<Map<String, Object>> lines(Map<String, Object> order) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Object item : (List<?>) order.get("items")) {
            Map<?, ?> line = (Map<?, ?>) item;
            lines.add(Map.of("lineId", line.get("lineId"), "quantity", line.get("quantity")));
        }
        return lines;
    }

    static long paid(Map<String, Object> order) {
        return ((List<?>) order.get("payments")).stream()
                .mapToLong(payment -> ((Number) ((Map<?, ?>) ((Map<?, ?>) payment).get("paid")).get("minor")).longValue()).sum();
    }
}
