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

/** Plays the demo shop's buyers: they ask for their money back, think better of it, or insist. */
@Service
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class World {

    static final String SHOP = "lanting";

    private final BuyerRequests requests;
    private final HouseDoor house;
    private final AlipayTrades trades;
    private final Clock clock;
    private final Random chance = new Random();

    World(BuyerRequests requests, HouseDoor house, AlipayTrades trades, Clock clock) {
        this.requests = requests;
        this.house = house;
        this.trades = trades;
        this.clock = clock;
    }

    /** The demo orders; made anew from the opening day, which is today at the first call ever. */
    List<Map<String, Object>> orders() {
        return DemoOrders.madeFor(requests.openingDay(clock.instant()));
    }

    /** Goods and orders go through the letterbox like a marketplace's; a repeat changes nothing. */
    void stock() {
        house.deliver("products", DemoGoods.ALL.stream().map(DemoGoods::document).toList());
        List<Map<String, Object>> orders = orders();
        house.deliver("stock", DemoGoods.ALL.stream().map(goods -> goods.count(requests.openingDay(clock.instant()))).toList());
        orders.forEach(this::payThroughAlipay);
        house.deliver("orders", orders);
    }

    private void payThroughAlipay(Map<String, Object> order) {
        for (Object each : (List<?>) order.get("payments")) {
            Map<?, ?> payment = (Map<?, ?>) each;
            if (payment.get("provider").equals("alipay")) {
                trades.pay((String) payment.get("paymentId"), ((Number) ((Map<?, ?>) payment.get("paid")).get("minor")).longValue());
            }
        }
    }

    /** A buyer asks for a refund without a return: of this order, or of one nobody has asked about yet. */
    BuyerRequest askForRefund(String orderId, String reasonText) {
        Map<String, Object> order = orderId == null ? anyUntouched() : orderOf(orderId);
        return ask(order, Wish.REFUND_ONLY, Reason.of(order), reasonText);
    }

    /** A buyer asks for what they choose, for the reason they name. */
    BuyerRequest ask(String orderId, String kind, String reason, String reasonText) {
        Map<String, Object> order = orderId == null ? anyUntouched() : orderOf(orderId);
        return ask(order, Wish.named(kind), Reason.named(reason), reasonText);
    }

    private BuyerRequest ask(Map<String, Object> order, Wish wish, Reason reason, String reasonText) {
        Instant now = clock.instant();
        boolean shipped = !order.get("state").equals("PAID");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", "RF-" + UUID.randomUUID().toString().substring(0, 13));
        body.put("version", now.toString());
        body.put("orderId", order.get("orderId"));
        body.put("kind", wish.name());
        body.put("askedRemedy", wish.remedy());
        body.put("reasonCode", reason.code());
        body.put("reasonText", reasonText == null || reasonText.isBlank() ? reason.words() : reasonText);
        body.put("goodsReceived", order.get("state").equals("DELIVERED") && reason.received());
        body.put("lines", lines(order));
        body.put("askedAmount", wish.money() ? DemoOrders.cny(paid(order)) : null);
        body.put("createdAt", now.toString());
        body.put("platformDeadline", now.plus(shipped ? Duration.ofDays(5) : Duration.ofHours(48)).toString());
        body.put("status", "OPEN");
        return push(body);
    }

    /** The buyer takes the request back (WITHDRAWN) or insists after a refusal (REOPENED). */
    BuyerRequest change(String requestId, String status) {
        Map<String, Object> body = new LinkedHashMap<>(known(requestId).body());
        body.remove("platform");
        body.put("version", clock.instant().toString());
        body.put("status", status);
        return push(body);
    }

    /** The marketplace steps into the request and wants an answer within three days. */
    BuyerRequest stepIn(String requestId) {
        Instant until = clock.instant().plus(Duration.ofDays(3));
        return platform(requestId, Map.of("step", "STEPPED_IN", "deadline", until.toString(), "words", "平台已介入，请在期限内举证"));
    }

    /** The marketplace decides: for the buyer it pays at once out of the seller's money it holds. */
    BuyerRequest decide(String requestId, boolean forBuyer) {
        Object asked = known(requestId).body().get("askedAmount");
        return platform(requestId, forBuyer ? Map.of("step", "DECIDED", "verdict", "BUYER", "paid", asked)
                : Map.of("step", "DECIDED", "verdict", "SELLER"));
    }

    private BuyerRequest platform(String requestId, Map<String, Object> word) {
        Map<String, Object> body = new LinkedHashMap<>(known(requestId).body());
        body.put("version", clock.instant().toString());
        body.put("platform", word);
        return push(body);
    }

    private BuyerRequest known(String requestId) {
        return requests.find(requestId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such request: " + requestId));
    }

    /** Delivers the request as it stands once more, as marketplaces do. */
    BuyerRequest repeat(String requestId) {
        return push(known(requestId).body());
    }

    List<BuyerRequest> recent() {
        return requests.recent();
    }

    private BuyerRequest push(Map<String, Object> body) {
        requests.keep(body);
        Map<String, Object> answer = house.deliver("requests", List.of(body));
        return requests.answered((String) body.get("requestId"), answer);
    }

    private Map<String, Object> orderOf(String orderId) {
        return orders().stream().filter(order -> order.get("orderId").equals(orderId)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such demo order: " + orderId));
    }

    private Map<String, Object> anyUntouched() {
        Set<String> touched = requests.orders();
        List<Map<String, Object>> left = orders().stream().filter(order -> !touched.contains((String) order.get("orderId"))).toList();
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
