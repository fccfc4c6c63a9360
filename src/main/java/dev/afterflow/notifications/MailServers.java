package dev.afterflow.notifications;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import java.util.Properties;
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

    /** Shorter than a claim in the outbox, so that nobody sends what another node sends; the address is looked at each time. */
    JavaMailSenderImpl server(Account own) {
        int port = Integer.parseInt(own.need("port"));
        addresses.mail("settings.host", own.need("host"), port);
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(own.need("host"));
        server.setPort(port);
        server.setDefaultEncoding("UTF-8");
        boolean tls = own.need("encryption").equals("tls");
        Properties mail = server.getJavaMailProperties();
        mail.setProperty("mail.smtp.connectiontimeout", "4000");
        mail.setProperty("mail.smtp.timeout", "8000");
        mail.setProperty("mail.smtp.writetimeout", "8000");
        mail.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        mail.setProperty("mail.smtp.starttls.required", Boolean.toString(own.need("encryption").equals("starttls")));
        mail.setProperty("mail.smtp.starttls.enable", Boolean.toString(!tls));
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        own.get("user").ifPresent(user -> {
            server.setUsername(user);
            server.setPassword(own.get("password").orElse(""));
            mail.setProperty("mail.smtp.auth", "true");
        });
        return server;
    }
}
