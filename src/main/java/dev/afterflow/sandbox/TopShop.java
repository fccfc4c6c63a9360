package dev.afterflow.sandbox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Trades of the played Taobao, whose money stays with it: the seller's shop system tells the house of each, as it does of all orders. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class TopShop {

    private final HouseDoor house;
    private final MarketBooks books;
    private final Clock clock;

    TopShop(HouseDoor house, MarketBooks books, Clock clock) {
        this.house = house;
        this.books = books;
        this.clock = clock;
    }

    /**
     * What a buyer buys; absent words have usual values.
     *
     * @param fee in yuan
     * @param sent whether the goods have left
     */
    record Bought(String shop, String title, String fee, Boolean sent) {
    }

    /** A trade of one line, and what the house said to it. */
    record Trade(String tid, Map<String, Object> answer) {
    }

    Trade sell(Bought bought) {
        String tid = "38" + books.next();
        return new Trade(tid, house.deliver(bought.shop(), "orders", List.of(row(tid, bought))));
    }

    /** Trades under numbers of a seed's, each worth more than any refund of it. */
    void sell(String shop, List<String> tids) {
        tids.forEach(tid -> house.deliver(shop, "orders", List.of(row(tid, new Bought(shop, null, "301.00", true)))));
    }

    /** The buyer of a trade writes in the chat. */
    Map<String, Object> write(String shop, String tid, String text) {
        return house.deliver(shop, "messages", List.of(Map.of("messageId", "tb-" + books.next(), "orderId", tid, "from", "BUYER", "text", text,
            "sentAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())));
    }

    private Map<String, Object> row(String tid, Bought bought) {
        Instant paid = clock.instant().minus(Duration.ofDays(4)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> money = money(bought.fee() == null ? "99.00" : bought.fee());
        boolean sent = Boolean.TRUE.equals(bought.sent());
        Map<String, Object> row = new HashMap<>(Map.of("orderId", tid, "version", "1", "state", sent ? "SHIPPED" : "PAID", "currency", "CNY", "createdAt", paid.toString(),
            "paidAt", paid.toString(), "freeShipping", true, "freight", money("0")));
        row.put("buyer", Map.of("id", "tb-" + tid, "name", "买**家", "language", "zh-CN"));
        row.put("items", List.of(Map.of("lineId", "1", "productId", "P-2003", "title", bought.title() == null ? "玻璃密封罐" : bought.title(), "quantity", 1, "paid", money)));
        row.put("payments", List.of(Map.of("paymentId", tid, "provider", "taobao", "method", "alipay", "paid", money, "paidAt", paid.toString())));
        row.put("shipments", sent ? List.of(Map.of("shipmentId", "1", "carrier", "yto", "waybill", "YT" + tid, "shippedAt", paid.plus(Duration.ofDays(1)).toString(),
            "lines", List.of(Map.of("lineId", "1", "quantity", 1)))) : List.of());
        return row;
    }

    private static Map<String, Object> money(String yuan) {
        return Map.of("minor", new BigDecimal(yuan).movePointRight(2).longValueExact(), "currency", "CNY");
    }
}
