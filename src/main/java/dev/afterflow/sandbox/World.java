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
        Reason reason = Reason.of(order);
        Instant now = clock.instant();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", "RF-" + UUID.randomUUID().toString().substring(0, 13));
        body.put("version", now.toString());
        body.put("orderId", order.get("orderId"));
        body.put("kind", "REFUND_ONLY");
        body.put("askedRemedy", "REFUND");
        body.put("reasonCode", reason.code());
        body.put("reasonText", reasonText == null || reasonText.isBlank() ? reason.words() : reasonText);
        body.put("goodsReceived", reason.received());
        body.put("lines", lines(order));
        body.put("askedAmount", DemoOrders.cny(paid(order)));
        body.put("createdAt", now.toString());
        body.put("platformDeadline", now.plus(order.get("state").equals("PAID") ? Duration.ofHours(48) : Duration.ofDays(5)).toString());
        body.put("status", "OPEN");
        return push(body);
    }

    /** The buyer takes the request back (WITHDRAWN) or insists after a refusal (REOPENED). */
    BuyerRequest change(String requestId, String status) {
        BuyerRequest known = requests.find(requestId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such request: " + requestId));
        Map<String, Object> body = new LinkedHashMap<>(known.body());
        body.put("version", clock.instant().toString());
        body.put("status", status);
        return push(body);
    }

    /** Delivers the request as it stands once more, as marketplaces do. */
    BuyerRequest repeat(String requestId) {
        BuyerRequest known = requests.find(requestId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such request: " + requestId));
        return push(known.body());
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

    /** Why a buyer asks, by where the parcel is. */
    private record Reason(String code, String words) {

        /** Who complains of what came has received it. */
        boolean received() {
            return code.equals("QUALITY") || code.equals("SHORT");
        }

        private static final Map<String, List<Reason>> ALL = Map.of(
                "PAID", List.of(new Reason("BUYER_CANCEL", "拍错颜色了，还没发货，麻烦退一下"), new Reason("BUYER_CANCEL", "家里人已经买了，不想要了"),
                        new Reason("BUYER_CANCEL", "多拍了一件，退款谢谢"), new Reason("BUYER_CANCEL", "等了两天还没发货，不等了")),
                "SHIPPED", List.of(new Reason("NOT_RECEIVED", "物流三天没更新了，不知道到哪了，申请退款"), new Reason("NOT_RECEIVED", "显示派送中好几天，一直没收到"),
                        new Reason("NOT_RECEIVED", "快递说找不到件了，退我钱吧"), new Reason("BUYER_CANCEL", "赶不上用了，能拦截退款吗")),
                "DELIVERED", List.of(new Reason("NOT_RECEIVED", "显示签收了，但我根本没收到"), new Reason("NOT_RECEIVED", "门口和驿站都没有，谁签收的？"),
                        new Reason("QUALITY", "收到就有裂纹，照片在聊天里，不想寄回去了"), new Reason("SHORT", "少发了一件，退少发的钱")));

        /** The same order is always asked about for the same reason; states follow each other in threes. */
        static Reason of(Map<String, Object> order) {
            List<Reason> reasons = ALL.get((String) order.get("state"));
            return reasons.get(DemoOrders.numberOf(order) / 3 % reasons.size());
        }
    }
}
