package dev.afterflow.notifications;

import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * E-mail, when a mail server is set and the buyer has an address. A message has one Message-ID however often it is sent, so a
 * repeat is known as one; the mails of a case name the same thread.
 */
@Component
class MailChannel {

    private final MailServers servers;
    private final Shops shops;

    MailChannel(MailServers servers, Shops shops) {
        this.servers = servers;
        this.shops = shops;
    }

    boolean reaches(Message message) {
        return message.to().email() != null && servers.serve(message.shop());
    }

    /** Throws {@link Undeliverable} when no repeat will help, anything else when one may. */
    void send(String key, Message message, Templates.Text text) {
        MailServers.Post post = servers.of(message.shop());
        try {
            post.server().send(written(post, key, message, text));
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new Undeliverable("mail: address", unwritable);
        } catch (MailException failed) {
            throw MailFault.of(failed);
        }
    }

    private MimeMessage written(MailServers.Post post, String key, Message message, Templates.Text text)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mime = post.server().createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        String from = post.sender();
        mail.setValidateAddresses(true);
        mail.setFrom(from, shops.find(message.shop()).map(Shop::name).orElse(message.shop()));
        mail.setReplyTo(post.replyTo());
        mail.setTo(message.to().email());
        mail.setSubject(text.subject());
        mail.setText(text.body());
        String domain = from.substring(from.indexOf('@') + 1);
        mime.setHeader("Message-ID", "<" + key + "@" + domain + ">");
        mime.setHeader("References", "<" + message.caseNumber() + "@" + domain + ">");
        if (!message.typed()) {
            mime.setHeader("Auto-Submitted", "auto-generated");
        }
        return mime;
    }
}
