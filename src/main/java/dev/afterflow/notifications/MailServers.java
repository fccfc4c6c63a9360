package dev.afterflow.notifications;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Who carries a shop's mail: its own connection, else the house's server, else nobody. */
@Component
class MailServers {

    static final String PARTNER = "mail";

    private final ObjectProvider<JavaMailSender> house;
    private final NotificationSettings settings;
    private final Connections connections;
    private final Addresses addresses;

    MailServers(ObjectProvider<JavaMailSender> house, NotificationSettings settings, Connections connections, Addresses addresses) {
        this.house = house;
        this.settings = settings;
        this.connections = connections;
        this.addresses = addresses;
    }

    /** A server, and the addresses mails come from and answers go to. */
    record Post(JavaMailSender server, String sender, String replyTo) {
    }

    boolean serve(String shop) {
        return house.getIfAvailable() != null || connections.has(shop, PARTNER);
    }

    Post of(String shop) {
        return connections.of(shop, PARTNER).map(own -> new Post(server(own), own.need("sender"), own.get("replyTo").orElse(own.need("sender"))))
            .orElseGet(() -> new Post(house.getObject(), settings.senderOf(shop), settings.replyToOf(shop)));
    }

    /** The shop's own server. */
    JavaMailSenderImpl server(Account own) {
        return addresses.mailServer(own);
    }
}
