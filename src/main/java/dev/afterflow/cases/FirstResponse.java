package dev.afterflow.cases;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.sla.Calendars;
import dev.afterflow.sla.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A buyer who writes has an answer of a person within ten minutes of working time; at night they are told when. */
@Component
class FirstResponse {

    private final Clocks clocks;
    private final Calendars calendars;
    private final Notifications notifications;
    private final Orders orders;
    private final Shops shops;
    private final Duration within;

    FirstResponse(Clocks clocks, Calendars calendars, Notifications notifications, Orders orders, Shops shops,
                  @Value("${afterflow.cases.first-response:PT10M}") Duration within) {
        this.clocks = clocks;
        this.calendars = calendars;
        this.notifications = notifications;
        this.orders = orders;
        this.shops = shops;
        this.within = within;
    }

    /** Several words in a row are one question; who asks to be left alone gets no promise. */
    void heard(Case in, JdbcHeard.Heard told, boolean leaveAlone) {
        Instant opening = calendars.opening(in.shop(), told.heardAt());
        boolean asks = clocks.startOnce(in.number(), in.shop(), Clocks.FIRST_RESPONSE, calendars.plusWorking(in.shop(), told.heardAt(), within));
        if (asks && opening.isAfter(told.heardAt()) && !leaveAlone && in.orderId() != null) {
            promise(in, opening);
        }
    }

    void answered(String caseNumber) {
        clocks.stop(caseNumber, Clocks.FIRST_RESPONSE);
    }

    /** Once for each opening: the key is the hour that is promised. After that hour it is pointless and stays unsent. */
    private void promise(Case in, Instant opening) {
        Optional<Order.Buyer> buyer = orders.find(in.shop(), in.orderId()).map(Order::buyer);
        Shop shop = shops.find(in.shop()).orElseThrow();
        String language = buyer.map(Order.Buyer::language).orElse(shop.language());
        String hour = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(opening.atZone(ZoneId.of(shop.timeZone())));
        notifications.tell(new Message(in.shop(), in.number(), "heardOutOfHours", language,
                new Message.Recipient(buyer.map(Order.Buyer::id).orElse("order:" + in.orderId()), in.orderId(),
                        buyer.map(Order.Buyer::email).orElse(null), buyer.map(Order.Buyer::phone).orElse(null)),
                Map.of("orderId", in.orderId(), "opening", hour), "opening " + opening, Message.About.answerUntil(opening)));
    }
}
