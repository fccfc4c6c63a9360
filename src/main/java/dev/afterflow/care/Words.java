package dev.afterflow.care;

import dev.afterflow.money.Money;
import dev.afterflow.orders.Order;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;

/** What things are called, in the reader's language. */
final class Words {

    private static final Map<String, String[]> WORDS = Map.ofEntries(
            word("OUT_OF_STOCK", "无货", "Out of stock"), word("ADDRESS", "地址", "Address"), word("PAYMENT", "支付异常", "Payment"),
            word("RISK", "风险单", "Risk"), word("PRICE_ERROR", "标错价", "Price error"), word("INTERCEPT", "发货前拦截", "Interception before shipping"),
            word("OTHER", "其他", "Other"), word("refund", "退款", "refund"), word("wait", "等到货", "wait for the goods"),
            word("other", "换成其他商品", "other goods"), word("deliver", "照约发货", "deliver as agreed"),
            word("AGENT", "客服", "agent"), word("LEAD", "组长", "team lead"), word("SUPERVISOR", "主管", "supervisor"),
            word("MANAGER", "经理", "manager"), word("DIRECTOR", "总监", "director"), word("LEGAL", "法务", "legal"),
            word("CANCEL", "发不了货的退款", "refund of goods that cannot be shipped"), word("COMPENSATION", "违约赔付", "compensation for a broken promise"),
            word("QUANTITY", "数量", "quantity"), word("SIZE", "尺码或颜色", "size or colour"), word("REMARK", "备注", "remark"),
            word("CANCEL_ORDER", "取消订单", "cancel the order"), word("UNSHIPPED", "未发货", "not shipped"), word("PACKED", "已打包", "packed"),
            word("SHIPPED", "已发货", "shipped"), word("RED", "红旗", "red flag"));

    private Words() {
    }

    static boolean chinese() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    static String of(String code) {
        return in(code, chinese());
    }

    static String in(String code, boolean chinese) {
        String[] known = WORDS.get(code);
        return known == null ? code : known[chinese ? 0 : 1];
    }

    static String money(Money money, boolean chinese) {
        return chinese ? money.display(Locale.CHINA) : money.display(Locale.US).replace("CN¥", "¥");
    }

    static String money(Money money) {
        return money(money, chinese());
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

    private static Map.Entry<String, String[]> word(String code, String chinese, String english) {
        return Map.entry(code, new String[] {chinese, english});
    }
}
