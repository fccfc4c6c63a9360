package dev.afterflow.notifications;

import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.dispatch.Parcels;
import dev.afterflow.security.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Couriers with settings and a mail server of a test's own, and parcels nobody else carries. */
@Component
class Couriers {

    private final JdbcMessages messages;
    private final Endings endings;
    private final ContactRules rules;
    private final Templates templates;
    private final Notifications notifications;
    private final Shops shops;
    private final Outbox outbox;
    private final Parcels parcels;
    private final JdbcClient jdbc;
    private final Connections connections;
    private final Addresses addresses;
    private final Environment environment;
    private final SmsChannel sms;
    private final Clock clock;
    private final TransactionTemplate tx;

    Couriers(JdbcMessages messages, Endings endings, ContactRules rules, Templates templates, Notifications notifications, Shops shops,
            Outbox outbox, Parcels parcels, JdbcClient jdbc, Connections connections, Addresses addresses, Environment environment, SmsChannel sms,
            Clock clock, TransactionTemplate tx) {
        this.messages = messages;
        this.endings = endings;
        this.rules = rules;
        this.templates = templates;
        this.notifications = notifications;
        this.shops = shops;
        this.outbox = outbox;
        this.parcels = parcels;
        this.jdbc = jdbc;
        this.connections = connections;
        this.addresses = addresses;
        this.environment = environment;
        this.sms = sms;
        this.clock = clock;
        this.tx = tx;
    }

    static NotificationSettings settings(LocalTime quietFrom, LocalTime quietUntil, String marketplace) {
        return new NotificationSettings(6, 20, quietFrom, quietUntil, "care@shop.example", Duration.ofDays(3), marketplace,
            Map.of("verde", new NotificationSettings.OfShop("ola@verde.example", "respostas@verde.example")));
    }

    /** {@code server} is null where no mail server is set. */
    NotifyCourier courier(NotificationSettings settings, JavaMailSender server) {
        MailChannel mail = mail(settings, server);
        ContactLimits limits = new ContactLimits(jdbc, settings, null);
        MarketplaceChannel marketplace = new MarketplaceChannel(settings, environment, List.of());
        Schedule schedule = new Schedule(messages, sms, mail, marketplace, new QuietHours(limits, shops, clock), limits, settings, clock);
        return new NotifyCourier(messages, endings, rules, templates, schedule, sms, mail, marketplace, outbox, tx);
    }

    MailChannel mail(NotificationSettings settings, JavaMailSender server) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (server != null) {
            beans.addBean("server", server);
        }
        return new MailChannel(new MailServers(beans.getBeanProvider(JavaMailSender.class), settings, connections, addresses), shops);
    }

    /** Takes a message so that the product's own dispatcher leaves it to the test. */
    Parcel parcel(Message message) {
        String key = MessageKey.of(message);
        outbox.put(NotifyCourier.KIND, "test/" + key, key, message.shop());
        notifications.tell(message);
        return claimed(key);
    }

    Parcel claimed(String key) {
        outbox.hurry(NotifyCourier.KIND, key);
        return parcels.claim("test/" + key).get(0);
    }
}
