package dev.afterflow.care;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells buyers what becomes of their order, in their own language. */
@Component("careBuyerNews")
class BuyerNews {

    private final Notifications notifications;

    BuyerNews(Notifications notifications) {
        this.notifications = notifications;
    }

    /** The same template and key tells the buyer once. */
    void tell(Subject of, String template, Map<String, String> words, String key) {
        Map<String, String> all = new HashMap<>(words);
        all.put("orderId", of.order().orderId());
        all.put("caseNumber", of.caseNumber());
        Order.Buyer buyer = of.order().buyer();
        notifications.tell(new Message(of.shop().id(), of.caseNumber(), template, of.language(), new Message.Recipient(
                buyer == null ? "order:" + of.order().orderId() : buyer.id(), of.order().orderId(), buyer == null ? null : buyer.email(), buyer == null ? null : buyer.phone()), all, key));
    }
}
