package dev.afterflow.connections;

import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server of a shop's own account: fields {@code host}, {@code port}, {@code encryption} (tls, starttls, none), {@code user}, {@code password}. */
final class SmtpServer {

    private SmtpServer() {
    }

    /** Its time-outs are shorter than a claim in the outbox, so that nobody sends what another node sends; it connects only to an address that was looked at. */
    static JavaMailSenderImpl of(Account own, Addresses addresses) {
        int port = Integer.parseInt(own.need("port"));
        addresses.mail("settings.host", own.need("host"), port);
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(own.need("host"));
        server.setPort(port);
        server.setDefaultEncoding("UTF-8");
        boolean tls = own.need("encryption").equals("tls");
        Properties mail = server.getJavaMailProperties();
        mail.put("mail.smtp.socketFactory", new CheckedSockets(addresses));
        mail.setProperty("mail.smtp.socketFactory.fallback", "false");
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
