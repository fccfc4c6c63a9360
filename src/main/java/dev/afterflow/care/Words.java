package dev.afterflow.care;

import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.words.Vocabulary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What things are called, in the reader's language. */
final class Words {

    private static final Vocabulary WORDS = new Vocabulary(
            Vocabulary.text("OUT_OF_STOCK", "无货", "Out of stock"), Vocabulary.text("ADDRESS", "地址", "Address"), Vocabulary.text("PAYMENT", "支付异常", "Payment"),
            Vocabulary.text("RISK", "风险单", "Risk"), Vocabulary.text("PRICE_ERROR", "标错价", "Price error"), Vocabulary.text("INTERCEPT", "发货前拦截", "Interception before shipping"),
            Vocabulary.text("OTHER", "其他", "Other"), Vocabulary.text("refund", "退款", "refund"), Vocabulary.text("wait", "等到货", "wait for the goods"),
            Vocabulary.text("other", "换成其他商品", "other goods"), Vocabulary.text("deliver", "照约发货", "deliver as agreed"),
            Vocabulary.text("LATE", "延迟发货", "Shipped late"),
            Vocabulary.text("CHANGED_MIND", "改变主意", "changed their mind"), Vocabulary.text("DUPLICATE", "重复下单", "ordered twice"),
            Vocabulary.text("NOT_ORDERED", "不是本人下单", "did not order it"), Vocabulary.text("PRICE", "价格", "price"),
            Vocabulary.text("TOO_SLOW", "发货太慢", "shipped too slowly"), Vocabulary.text("CARRIER_LATE", "快递太慢", "the carrier was late"),
            Vocabulary.text("CARRIER_DAMAGED", "包裹破损", "the parcel was damaged"), Vocabulary.text("CARRIER_SERVICE", "快递服务", "the carrier's service"),
            Vocabulary.text("ABSENT", "无人收货", "nobody there"), Vocabulary.text("NO_MONEY", "没有准备货款", "no money at hand"),
            Vocabulary.text("NOT_AS_EXPECTED", "与预期不符", "not as expected"),
            Vocabulary.text("QUANTITY", "数量", "quantity"), Vocabulary.text("SIZE", "尺码或颜色", "size or colour"), Vocabulary.text("REMARK", "备注", "remark"),
            Vocabulary.text("CANCEL_ORDER", "取消订单", "cancel the order"), Vocabulary.text("UNSHIPPED", "未发货", "not shipped"), Vocabulary.text("PACKED", "已打包", "packed"),
            Vocabulary.text("rules.TAOBAO", "淘宝规则", "Taobao's rules"), Vocabulary.text("rules.TAOBAO_2015", "淘宝 2015 版规则", "Taobao's rules of 2015"),
            Vocabulary.text("rules.TMALL", "天猫规则", "Tmall's rules"), Vocabulary.text("rules.INTERNAL", "企业标准", "our own standard"),
            Vocabulary.text("rules.NONE", "没有证实的规则", "no confirmed rules"),
            Vocabulary.text("SHIPPED", "已发货", "shipped"), Vocabulary.text("RED", "红旗", "red flag"));

    private Words() {
    }

    static String of(String code) {
        return in(code, Vocabulary.chinese());
    }

    static String in(String code, boolean chinese) {
        return WORDS.of(code, chinese);
    }

    static String money(Money money, boolean chinese) {
        return money.display(chinese);
    }

    static String money(Money money) {
        return money(money, Vocabulary.chinese());
    }

    /** Such as 12月1日 18:00 in the shop's time. */
    static String time(Instant at, Shop shop, boolean chinese) {
        return at == null ? "" : DateTimeFormatter.ofPattern(chinese ? "M月d日 HH:mm" : "d MMMM, HH:mm", chinese ? Locale.CHINA : Locale.ENGLISH)
                .withZone(ZoneId.of(shop.timeZone())).format(at);
    }

    static String goods(Order order) {
        return order.items().stream().map(item -> "%s %s × %d".formatted(item.title() == null ? item.productId() : item.title(),
                item.sku() == null ? "" : item.sku(), item.quantity())).collect(Collectors.joining("\n"));
    }

    static String text(Map<String, Object> input, String field) {
        return input.get(field) instanceof String text ? text.strip() : "";
    }

    static Integer number(Map<String, Object> input, String field) {
        return input.get(field) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    static List<String> files(Map<String, Object> input) {
        return input.get("evidence") instanceof List<?> files ? files.stream().map(Object::toString).toList() : List.of();
    }

    /** The text of a field that must be filled here, though its form leaves it open. */
    static String demand(Map<String, Object> input, String field, String zh, String en) {
        String text = text(input, field);
        if (text.isEmpty()) {
            throw Problem.invalid(field, "required", zh, en);
        }
        return text;
    }
}
