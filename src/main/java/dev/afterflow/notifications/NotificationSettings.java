package dev.afterflow.notifications;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param daily messages one buyer gets within 24 hours; more words of people and reminders are kept back and shown as capped
 * @param weekly messages one buyer gets within seven days
 * @param quietFrom from when, in the shop's time zone, mail waits until {@code quietUntil}; absent means never
 * @param sender the address mails come from, for shops that have none of their own
 * @param patience how long a message that cannot be delivered now is tried again
 * @param marketplaceUrl where the marketplace takes chat messages; absent means this installation's sandbox
 * @param shops what is a shop's own, by its id
 */
@ConfigurationProperties("afterflow.notifications")
record NotificationSettings(@DefaultValue("6") int daily, @DefaultValue("20") int weekly, LocalTime quietFrom, LocalTime quietUntil,
        @DefaultValue("after-sales@localhost") String sender, @DefaultValue("3d") Duration patience, String marketplaceUrl,
        @DefaultValue Map<String, OfShop> shops) {

    NotificationSettings {
        shops = shops == null ? Map.of() : Map.copyOf(shops);
    }

    /** Where a shop's mails come from and where answers go; null means the sender. */
    record OfShop(String sender, String replyTo) {
    }

    String senderOf(String shop) {
        OfShop own = shops.get(shop);
        return own == null || own.sender() == null ? sender : own.sender();
    }

    String replyToOf(String shop) {
        OfShop own = shops.get(shop);
        return own == null || own.replyTo() == null ? senderOf(shop) : own.replyTo();
    }
}
