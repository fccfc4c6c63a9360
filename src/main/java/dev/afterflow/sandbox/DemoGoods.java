package dev.afterflow.sandbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the demo shop sells. */
record DemoGoods(String id, String title, String category, String kind, long price, boolean excluded, boolean durable) {

    static final List<DemoGoods> ALL = List.of(
            new DemoGoods("P-1001", "纯棉四件套 1.8m 床 雾蓝", "home-textile", "STANDARD", 39900, false, false),
            new DemoGoods("P-1002", "羽丝绒冬被 200×230cm", "home-textile", "STANDARD", 52900, false, false),
            new DemoGoods("P-1003", "乳胶枕 护颈款 一对", "home-textile", "STANDARD", 25900, false, false),
            new DemoGoods("P-1004", "定制遮光窗帘 按尺寸裁剪", "home-textile", "CUSTOM", 68800, true, false),
            new DemoGoods("P-2001", "316 不锈钢保温杯 500ml", "kitchen", "STANDARD", 12950, false, false),
            new DemoGoods("P-2002", "日式陶瓷餐具 12 件套", "kitchen", "STANDARD", 21900, false, false),
            new DemoGoods("P-2003", "玻璃密封罐 6 只装", "kitchen", "STANDARD", 8990, false, false),
            new DemoGoods("P-3001", "护眼台灯 三档调光", "electronics", "STANDARD", 18900, false, true),
            new DemoGoods("P-3002", "桌面加湿器 静音款", "electronics", "STANDARD", 9990, false, true),
            new DemoGoods("P-3003", "电热水壶 1.7L", "electronics", "STANDARD", 15900, false, true),
            new DemoGoods("P-4001", "鲜花月套餐 每周一束", "fresh", "PERISHABLE", 19900, true, false),
            new DemoGoods("P-4002", "香薰蜡烛 雪松", "home-decor", "STANDARD", 6900, false, false),
            new DemoGoods("P-5001", "实木边几", "furniture", "STANDARD", 45900, false, false),
            new DemoGoods("P-5002", "折叠收纳箱 3 只", "home-decor", "STANDARD", 7990, false, false));

    /** How many are on the shelf. */
    Map<String, Object> count(Instant at) {
        return Map.of("sku", id + "-A", "available", isGone() ? 0 : 20, "at", at.toString());
    }

    /** Of every seventh kind none is left. */
    private boolean isGone() {
        return ALL.indexOf(this) % 7 == 5;
    }

    /** What is special about an order for who tries the product: CUSTOM made, NO_STOCK for an exchange. */
    static List<String> tags(Map<String, Object> order) {
        List<Object> bought = ((List<?>) order.get("items")).stream().map(item -> (Object) ((Map<?, ?>) item).get("productId")).toList();
        List<DemoGoods> goods = Stream.of(Shelf.HOME, Shelf.NURSERY, Shelf.BRAZIL).flatMap(List::stream).filter(each -> bought.contains(each.id())).toList();
        return Stream.of(goods.stream().anyMatch(each -> each.kind().equals("CUSTOM")) ? "CUSTOM" : "",
                goods.stream().anyMatch(DemoGoods::isGone) ? "NO_STOCK" : "").filter(tag -> !tag.isEmpty()).toList();
    }

    Map<String, Object> document() {
        Map<String, Object> document = new HashMap<>(plain());
        if (excluded) {
            document.put("exclusionConfirmedAt", "2026-10-01T00:00:00Z");
            document.put("exclusionProof", "下单页单独勾选确认，记录 " + id);
        }
        return document;
    }

    private String supplier() {
        return switch (id.charAt(0)) {
            case 'M' -> "宁波童优工厂";
            case 'V' -> "Artesãos do Vale Ltda";
            default -> "兰亭供应链";
        };
    }

    private Map<String, Object> plain() {
        return Map.of("productId", id, "title", title, "category", category, "class", kind, "noReasonExcluded", excluded,
                "durable", durable, "warrantyDays", durable ? 365 : 0, "warrantyFrom", "DELIVERY", "supplier", supplier());
    }
}
