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

/** The demo shop's orders: always the same ones for the same opening day, in every state an after-sales request can meet. */
final class DemoOrders {

    static final int COUNT = 96;
    private static final long SEED = 20261111;
    private static final List<String> FAMILY = List.of("张", "王", "李", "赵", "陈", "刘", "杨", "黄", "周", "吴", "徐", "孙", "欧阳");
    private static final List<String> GIVEN = List.of("子涵", "雨桐", "浩然", "欣怡", "建国", "丽华", "晓明", "思远", "佳宁", "国庆", "静", "磊");
    private static final List<List<String>> PLACES = List.of(
            List.of("浙江省", "杭州市", "西湖区", "文三路 18 号", "310012"), List.of("广东省", "深圳市", "南山区", "科苑路 9 号", "518057"),
            List.of("四川省", "成都市", "武侯区", "人民南路 66 号", "610041"), List.of("北京市", "北京市", "朝阳区", "建国路 88 号", "100022"),
            List.of("湖北省", "武汉市", "洪山区", "珞喻路 152 号", "430079"), List.of("陕西省", "西安市", "雁塔区", "小寨东路 3 号", "710061"));

    private final Random chance = new Random(SEED);
    private final Instant opening;

    private DemoOrders(Instant opening) {
        this.opening = opening;
    }

    /** One document an order, as the intake takes them. */
    static List<Map<String, Object>> madeFor(Instant opening) {
        DemoOrders maker = new DemoOrders(opening);
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            orders.add(maker.order(number));
        }
        return orders;
    }

    /** The running number that closes an order's id. */
    static int numberOf(Map<String, Object> order) {
        String id = (String) order.get("orderId");
        return Integer.parseInt(id.substring(id.length() - 4));
    }

    private Map<String, Object> order(int number) {
        Instant created = opening.minus(Duration.ofHours(2 + number * 2L)).minus(Duration.ofMinutes(chance.nextInt(60)));
        String state = List.of("PAID", "SHIPPED", "DELIVERED").get(number % 3);
        String id = "T" + DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC).format(opening) + "%04d".formatted(number);
        List<Map<String, Object>> items = items();
        long total = items.stream().mapToLong(item -> minor(item.get("paid"))).sum();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderId", id);
        order.put("version", created.plus(Duration.ofHours(1)).toString());
        order.put("state", state);
        order.put("currency", "CNY");
        order.put("createdAt", created.toString());
        order.put("paidAt", created.plus(Duration.ofMinutes(3)).toString());
        order.put("promisedShipAt", created.plus(Duration.ofHours(48)).toString());
        order.put("freeShipping", true);
        order.put("freight", cny(0));
        order.put("buyer", buyer());
        order.put("items", items);
        order.put("payments", payments(id, total, number, created));
        order.put("shipments", state.equals("PAID") ? List.of() : List.of(shipment(number, state, created, items)));
        return order;
    }

    private List<Map<String, Object>> items() {
        List<Map<String, Object>> items = new ArrayList<>();
        int lines = 1 + chance.nextInt(3) / 2;
        for (int line = 1; line <= lines; line++) {
            DemoGoods goods = DemoGoods.ALL.get(chance.nextInt(DemoGoods.ALL.size()));
            int quantity = chance.nextInt(6) == 0 ? 2 : 1;
            items.add(Map.of("lineId", "" + line, "productId", goods.id(), "sku", goods.id() + "-A", "title", goods.title(),
                    "quantity", quantity, "paid", cny(goods.price() * quantity)));
        }
        return items;
    }

    /** Every eighth order was paid in two parts, so that its refund is two refunds; a third were paid with Alipay, nearly a fifth with WeChat Pay. */
    private List<Map<String, Object>> payments(String id, long total, int number, Instant created) {
        String at = created.plus(Duration.ofMinutes(3)).toString();
        String provider = number / 3 % 3 == 0 ? "alipay" : number / 3 % 6 == 1 ? "wechat" : "sandbox";
        if (number % 8 != 0) {
            return List.of(payment(provider, "PAY-" + id, total, at));
        }
        long first = total / 3;
        return List.of(payment(provider, "PAY-" + id + "-1", first, at), payment(provider, "PAY-" + id + "-2", total - first, at));
    }

    private static Map<String, Object> payment(String provider, String id, long minor, String at) {
        return Map.of("paymentId", id, "provider", provider, "method", OrderTill.method(provider),
                "paid", cny(minor), "paidAt", at);
    }

    private static Map<String, Object> shipment(int number, String state, Instant created, List<Map<String, Object>> items) {
        Map<String, Object> shipment = new LinkedHashMap<>();
        shipment.put("shipmentId", "1");
        shipment.put("carrier", number % 2 == 0 ? "sf" : "yto");
        shipment.put("waybill", (number % 2 == 0 ? "SF" : "YT") + (7_300_000_000L + number * 7919L));
        shipment.put("shippedAt", created.plus(Duration.ofHours(1)).toString());
        shipment.put("promisedAt", created.plus(Duration.ofHours(96)).toString());
        if (state.equals("DELIVERED")) {
            shipment.put("deliveredAt", created.plus(Duration.ofMinutes(90)).toString());
        }
        shipment.put("lines", items.stream().map(item -> Map.of("lineId", item.get("lineId"), "quantity", item.get("quantity"))).toList());
        return shipment;
    }

    private Map<String, Object> buyer() {
        int who = chance.nextInt(FAMILY.size() * GIVEN.size());
        List<String> place = PLACES.get(who % PLACES.size());
        return Map.of("id", "b-%04d".formatted(who), "name", FAMILY.get(who % FAMILY.size()) + GIVEN.get(who / FAMILY.size()),
                "phone", "138%08d".formatted(10_000_000 + who * 37L), "language", "zh-CN",
                "address", Map.of("country", "CN", "province", place.get(0), "city", place.get(1), "district", place.get(2),
                        "street", place.get(3), "postcode", place.get(4)));
    }

    static Map<String, Object> cny(long minor) {
        return Map.of("minor", minor, "currency", "CNY");
    }

    private static long minor(Object money) {
        return ((Number) ((Map<?, ?>) money).get("minor")).longValue();
    }
}
