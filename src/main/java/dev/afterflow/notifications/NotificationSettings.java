package dev.afterflow.notifications;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param daily messages one buyer gets within 24 hours; more are kept back and shown as skipped
 * @param quietFrom from when, in the shop's time zone, mail waits until {@code quietUntil}; absent means never
 * @param sender the address mails come from
 * @param marketplaceUrl where the marketplace takes chat messages; absent means this installation's sandbox
 */
@ConfigurationProperties("afterflow.notifications")
record NotificationSettings(@DefaultValue("6") int daily, LocalTime quietFrom, LocalTime quietUntil,
        @DefaultValue("after-sales@localhost") String sender, String marketplaceUrl) {
}
