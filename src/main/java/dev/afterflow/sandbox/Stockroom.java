package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The demo's goods and orders, on their way through the letterbox like a marketplace's; a repeat changes nothing. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Stockroom {

    /** What the three shops have together when everything has arrived. */
    static final int ORDERS = 2000;
    private static final int FREE = 24;
    private static final int FIRST_FREE = 900;
    private static final int FIRST_OF_HISTORY = 2000;
    private static final int BATCH = 100;

    private final BuyerRequests requests;
    private final HouseDoor house;
    private final OrderTill till;
    private final Clock clock;

    Stockroom(BuyerRequests requests, HouseDoor house, OrderTill till, Clock clock) {
        this.requests = requests;
        this.house = house;
        this.till = till;
        this.clock = clock;
    }

    /** The hour from which everything is counted; today at the first call ever. */
    Instant opening() {
        return requests.openingDay(clock.instant());
    }

    /** Orders of a shop that nobody in the demo's own stories asks about. */
    List<Map<String, Object>> orders(Storefront front) {
        if (front == Storefront.LANTING) {
            return DemoOrders.madeFor(opening());
        }
        ManyOrders orders = new ManyOrders(front, opening());
        List<Map<String, Object>> free = new ArrayList<>();
        for (int number = 1; number <= FREE; number++) {
            free.add(orders.askedAbout(FIRST_FREE + number, List.of("PAID", "SHIPPED", "DELIVERED").get(number % 3), Duration.ofHours(20 + number)));
        }
        return free;
    }

    Map<String, Object> order(Storefront front, String orderId) {
        return orders(front).stream().filter(order -> order.get("orderId").equals(orderId)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such demo order: " + orderId));
    }

    /** Goods, their number on the shelf, and the orders to try things with. */
    void stock() {
        for (Storefront front : Storefront.values()) {
            house.deliver(front.shop, "products", front.goods.stream().map(DemoGoods::document).toList());
            house.deliver(front.shop, "stock", front.goods.stream().map(goods -> goods.count(opening())).toList());
            deliver(front, orders(front));
        }
    }

    /** What the goods look like on the marketplace. */
    void picture() {
        for (Storefront front : Storefront.values()) {
            front.goods.forEach(goods -> house.picture(front.shop, goods.id(), Drawing.product(goods.id())));
        }
    }

    /** Orders in batches, each paid for first. */
    void deliver(Storefront front, List<Map<String, Object>> orders) {
        for (int from = 0; from < orders.size(); from += BATCH) {
            List<Map<String, Object>> batch = orders.subList(from, Math.min(orders.size(), from + BATCH));
            batch.forEach(till::pay);
            house.deliver(front.shop, "orders", batch);
        }
    }

    /** Ninety days of selling, and what some buyers wrote about it, up to so many orders in all. */
    void fill(int told) {
        int left = ORDERS - DemoOrders.COUNT - 2 * FREE - told;
        for (Storefront front : Storefront.values()) {
            ManyOrders orders = new ManyOrders(front, opening());
            int many = front == Storefront.LANTING ? left - left / 3 - left / 6 : front == Storefront.MIDO ? left / 3 : left / 6;
            List<Map<String, Object>> made = new ArrayList<>();
            for (int number = 1; number <= many; number++) {
                made.add(orders.ofHistory(FIRST_OF_HISTORY + number));
            }
            deliver(front, made);
            house.deliver(front.shop, "reviews", reviews(front, made));
        }
    }

    private List<Map<String, Object>> reviews(Storefront front, List<Map<String, Object>> orders) {
        Random chance = new Random(front.ordinal() + 20261130L);
        return orders.stream().filter(order -> order.get("state").equals("FINISHED") && chance.nextInt(6) == 0).map(order -> {
            int score = List.of(5, 5, 5, 5, 4, 4, 3, 2, 1).get(chance.nextInt(9));
            return Map.<String, Object>of("reviewId", "RV-" + order.get("orderId"), "orderId", order.get("orderId"), "score", score,
                    "text", BuyerTalk.review(front.chinese(), score, chance), "createdAt", Instant.parse((String) order.get("createdAt")).plus(Duration.ofDays(9)).toString());
        }).toList();
    }
}
