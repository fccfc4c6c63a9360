package dev.afterflow.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Orders of a demo shop beyond its first: the same number makes the same order for the same opening day, whoever asks first. */
final class ManyOrders {

    private static final long SEED = 20261130;
    private static final int FIRST = 1000;
    private static final int DAYS = 90;

    private final Storefront front;
    private final Instant opening;
    private final String day;

    ManyOrders(Storefront front, Instant opening) {
        this.front = front;
        this.opening = opening;
        this.day = DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC).format(opening);
    }

    String id(int number) {
        return front.letter + day + "%04d".formatted(FIRST + number);
    }

    private Random chance(int number) {
        return new Random(SEED * 31 + front.ordinal() * 100_003L + number);
    }

    /** An order of the last ninety days as it stands today; the weeks before a feast sell more. */
    Map<String, Object> ofHistory(int number) {
        Random chance = chance(number);
        double back = Math.pow(chance.nextDouble(), 1.15) * DAYS;
        Instant created = opening.minusSeconds((long) (back * 86_400)).minus(Duration.ofMinutes(chance.nextInt(60)));
        String state = back < 1.2 ? "PAID" : back < 4 ? "SHIPPED" : back < 16 ? "DELIVERED" : "FINISHED";
        return order(number, chance, created, state, Duration.ofHours(60 + chance.nextInt(48)));
    }

    /** An order that somebody asks about on the opening day: unshipped, on its way, or here for this long. */
    Map<String, Object> askedAbout(int number, String state, Duration here) {
        Random chance = chance(number);
        return switch (state) {
            case "LATE" -> order(number, chance, opening.minus(Duration.ofHours(38 + chance.nextInt(8))), "PAID", Duration.ZERO);
            case "COD" -> atTheDoor(order(number, chance, opening.minus(Duration.ofHours(1 + chance.nextInt(8))), "PAID", Duration.ZERO));
            case "PAID" -> order(number, chance, opening.minus(Duration.ofHours(5 + chance.nextInt(20))), state, Duration.ZERO);
            case "SHIPPED" -> order(number, chance, opening.minus(Duration.ofHours(80 + chance.nextInt(40))), state, Duration.ZERO);
            default -> order(number, chance, opening.minus(here).minus(Duration.ofHours(72)), state, Duration.ofHours(72));
        };
    }

    /** The same order, not paid yet: the courier takes the money. */
    private Map<String, Object> atTheDoor(Map<String, Object> order) {
        long total = ((List<?>) order.get("payments")).stream().mapToLong(part -> ((Number) ((Map<?, ?>) ((Map<?, ?>) part).get("paid")).get("minor")).longValue()).sum();
        order.put("state", "CREATED");
        order.remove("paidAt");
        order.put("payments", List.of(Map.of("paymentId", "PAY-" + order.get("orderId"), "provider", "cod", "method", "cod", "paid", front.money(total))));
        return order;
    }

    private Map<String, Object> order(int number, Random chance, Instant created, String state, Duration until) {
        List<Map<String, Object>> items = items(chance);
        long total = items.stream().mapToLong(item -> ((Number) ((Map<?, ?>) item.get("paid")).get("minor")).longValue()).sum();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderId", id(number));
        order.put("version", opening.minus(Duration.ofHours(1)).toString());
        order.put("state", state);
        order.put("currency", front.currency);
        order.put("createdAt", created.toString());
        order.put("paidAt", created.plus(Duration.ofMinutes(2)).toString());
        order.put("promisedShipAt", created.plus(Duration.ofHours(48)).toString());
        order.put("freeShipping", true);
        order.put("freight", front.money(0));
        order.put("buyer", front.buyer(chance));
        order.put("items", items);
        order.put("payments", payments(number, total, created));
        order.put("shipments", state.equals("PAID") ? List.of() : List.of(shipment(number, state, created, until, items)));
        return order;
    }

    private List<Map<String, Object>> items(Random chance) {
        List<Map<String, Object>> items = new ArrayList<>();
        int lines = chance.nextInt(5) == 0 ? 2 : 1;
        for (int line = 1; line <= lines; line++) {
            DemoGoods goods = front.goods.get(chance.nextInt(front.goods.size()));
            int quantity = chance.nextInt(7) == 0 ? 2 : 1;
            items.add(Map.of("lineId", "" + line, "productId", goods.id(), "sku", goods.id() + "-A", "title", goods.title(),
                    "quantity", quantity, "paid", front.money(goods.price() * quantity)));
        }
        return items;
    }

    /** A third of what is paid in China comes by Alipay, a twelfth by WeChat Pay, abroad a sixth by card; every ninth order in two parts. */
    private List<Map<String, Object>> payments(int number, long total, Instant created) {
        String provider = front.chinese() ? number % 3 == 0 ? "alipay" : number % 12 == 1 ? "wechat" : "sandbox" : number % 6 == 0 ? "stripe" : "sandbox";
        String at = created.plus(Duration.ofMinutes(2)).toString();
        String id = "PAY-" + id(number);
        if (number % 9 != 0) {
            return List.of(payment(provider, id, total, at));
        }
        return List.of(payment(provider, id + "-1", total / 2, at), payment(provider, id + "-2", total - total / 2, at));
    }

    private Map<String, Object> payment(String provider, String id, long minor, String at) {
        return Map.of("paymentId", id, "provider", provider, "method", OrderTill.method(provider),
                "paid", front.money(minor), "paidAt", at);
    }

    private Map<String, Object> shipment(int number, String state, Instant created, Duration until, List<Map<String, Object>> items) {
        List<String> carriers = front.chinese() ? List.of("sf", "yto", "zto") : List.of("correios", "jadlog");
        Map<String, Object> shipment = new LinkedHashMap<>();
        shipment.put("shipmentId", "1");
        shipment.put("carrier", carriers.get(number % carriers.size()));
        shipment.put("waybill", waybill(number));
        shipment.put("shippedAt", created.plus(Duration.ofHours(9)).toString());
        shipment.put("promisedAt", created.plus(Duration.ofHours(96)).toString());
        if (!state.equals("SHIPPED")) {
            shipment.put("deliveredAt", created.plus(until).toString());
        }
        shipment.put("lines", items.stream().map(item -> Map.of("lineId", item.get("lineId"), "quantity", item.get("quantity"))).toList());
        return shipment;
    }

    String waybill(int number) {
        return List.of("SF", "YT", "ZT", "BR").get(front.chinese() ? number % 3 : 3) + (5_100_000_000L + front.ordinal() * 1_000_000_000L + number * 6_151L);
    }
}
