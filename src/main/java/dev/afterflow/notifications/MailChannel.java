package dev.afterflow.notifications;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail, when a mail server is set and the buyer has an address. */
@Component
class MailChannel {

    private final ObjectProvider<JavaMailSender> sender;
    private final NotificationSettings settings;

    MailChannel(ObjectProvider<JavaMailSender> sender, NotificationSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    boolean reaches(Message message) {
        return message.to().email() != null && sender.getIfAvailable() != null;
    }

    void send(Message message, Templates.Text text) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.sender());
        mail.setTo(message.to().email());
        mail.setSubject(text.subject());
        mail.setText(text.body());
        sender.getObject().send(mail);
    }
}
