package dev.afterflow.logistics;

import dev.afterflow.carriers.Carriers;
import dev.afterflow.cases.Case;
import dev.afterflow.cases.Cases;
import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells buyers what becomes of the goods they send and of those sent to them, in their own language. */
@Component
@Transactional
class BuyerNews {

    private static final Map<String, String[]> FREIGHT = Map.of(
            "seller", new String[] {"寄回运费由我们承担，请先垫付并保留凭证，不要到付", "We pay for the way back: please pay the carrier first and keep the receipt"},
            "insurer", new String[] {"寄回运费由退货运费险承担", "The return insurance pays for the way back"},
            "buyer", new String[] {"寄回运费由您承担，请不要到付", "The way back is at your cost; please do not send it freight collect"});

    private final JdbcGoodsReturns returns;
    private final JdbcReplacements replacements;
    private final ReturnAddresses addresses;
    private final Cases cases;
    private final Orders orders;
    private final Shops shops;
    private final Notifications notifications;

    BuyerNews(JdbcGoodsReturns returns, JdbcReplacements replacements, ReturnAddresses addresses, Cases cases, Orders orders,
              Shops shops, Notifications notifications) {
        this.returns = returns;
        this.replacements = replacements;
        this.addresses = addresses;
        this.cases = cases;
        this.orders = orders;
        this.shops = shops;
        this.notifications = notifications;
    }

    /** Where to send the goods, until when, and who pays for it; the case waits for the buyer then. */
    void howToReturn(String caseNumber) {
        tell(caseNumber, "howToReturn");
        if (returns.latest(caseNumber).filter(open -> open.state() == GoodsReturn.State.OPEN).isPresent()) {
            cases.state(caseNumber, Case.State.WAITING_BUYER);
        }
    }

    void reminder(String caseNumber) {
        tell(caseNumber, "returnReminder");
    }

    void nothingSent(String caseNumber) {
        tell(caseNumber, "nothingSentClosed");
    }

    void received(String caseNumber) {
        tell(caseNumber, "goodsReceived");
    }

    private void tell(String caseNumber, String template) {
        GoodsReturn known = returns.latest(caseNumber).orElseThrow();
        Case of = cases.find(caseNumber);
        Shop shop = shops.find(of.shop()).orElseThrow();
        Optional<Order> order = orders.find(of.shop(), of.orderId());
        String language = language(order, shop);
        boolean chinese = !language.startsWith("en");
        Map<String, String> words = new HashMap<>();
        words.put("returnNo", known.returnNo());
        words.put("address", addresses.of(of.shop()).in(language));
        words.put("until", day(known.shipBackBy(), shop, chinese));
        words.put("freight", FREIGHT.get(known.freightPayer())[chinese ? 0 : 1]);
        send(of, order, language, template, words, known.returnNo() + "-" + known.reminders());
    }

    /** That the replacement, or the buyer's own goods, are on their way. */
    void shipped(String caseNumber) {
        Replacement shipped = replacements.latest(caseNumber).orElseThrow();
        Case of = cases.find(caseNumber);
        Optional<Order> order = orders.find(of.shop(), of.orderId());
        String language = language(order, shops.find(of.shop()).orElseThrow());
        send(of, order, language, shipped.purpose().equals("sendBack") ? "goodsSentBack" : "replacementShipped",
                Map.of("carrier", Carriers.named(shipped.carrier(), !language.startsWith("en")), "waybill", shipped.waybill()), shipped.orderNo());
    }

    private void send(Case of, Optional<Order> order, String language, String template, Map<String, String> words, String key) {
        Map<String, String> all = new HashMap<>(words);
        all.put("orderId", of.orderId());
        all.put("caseNumber", of.number());
        Order.Buyer buyer = order.map(Order::buyer).orElse(null);
        notifications.tell(new Message(of.shop(), of.number(), template, language,
                new Message.Recipient(buyer == null ? "order:" + of.orderId() : buyer.id(), of.orderId(), buyer == null ? null : buyer.email()),
                all, key));
    }

    private static String day(Instant until, Shop shop, boolean chinese) {
        return DateTimeFormatter.ofPattern(chinese ? "M月d日 HH:mm" : "d MMMM, HH:mm", chinese ? Locale.CHINA : Locale.ENGLISH)
                .withZone(ZoneId.of(shop.timeZone())).format(until);
    }

    private static String language(Optional<Order> order, Shop shop) {
        return order.map(Order::buyer).map(Order.Buyer::language).orElse(shop.language());
    }
}
