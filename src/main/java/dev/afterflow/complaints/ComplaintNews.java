package dev.afterflow.complaints;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the buyer how their parcel stands, in their own language; each thing once. */
@Component
class ComplaintNews {

    private final ComplaintScene scene;
    private final Notifications notifications;

    ComplaintNews(ComplaintScene scene, Notifications notifications) {
        this.scene = scene;
        this.notifications = notifications;
    }

    /** @param key names the state it speaks of */
    void tell(Complaint of, String template, String key, Map<String, String> words) {
        ComplaintScene.Now now = scene.of(of.caseNumber());
        Map<String, String> all = new HashMap<>(words);
        all.put("orderId", of.orderId());
        all.put("caseNumber", of.caseNumber());
        all.put("waybill", of.waybill() == null ? "" : of.waybill());
        Order.Buyer buyer = now.order().buyer();
        notifications.tell(new Message(of.shop(), of.caseNumber(), template, now.language(), new Message.Recipient(
                buyer == null ? "order:" + of.orderId() : buyer.id(), of.orderId(), buyer == null ? null : buyer.email(), buyer == null ? null : buyer.phone()), all, key));
    }

    boolean chinese(Complaint of) {
        return scene.of(of.caseNumber()).chinese();
    }

    /** A moment as the buyer reads it where the shop is. */
    String day(Complaint of, Instant at) {
        ComplaintScene.Now now = scene.of(of.caseNumber());
        return DateTimeFormatter.ofPattern(now.chinese() ? "M月d日 HH:mm" : "d MMMM, HH:mm", now.chinese() ? Locale.CHINA : Locale.ENGLISH)
                .withZone(ZoneId.of(now.shop().timeZone())).format(at);
    }
}
