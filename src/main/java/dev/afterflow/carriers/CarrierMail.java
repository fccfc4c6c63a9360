package dev.afterflow.carriers;

import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Connections;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * A letter with its papers to a carrier's claims desk, through the shop's mail server or the house's. Nobody can be asked whether it
 * came, so it is sent at most once; its Message-ID names the request, and a person types in what the carrier answers.
 */
@Component
@Order(2)
class CarrierMail implements RequestWay {

    /** The connection that names the carriers' desks. */
    static final String DESKS = "carrier-mail";
    private static final String SERVER = "mail";

    private final Connections connections;
    private final Addresses addresses;
    private final ObjectProvider<JavaMailSender> house;
    private final Environment environment;

    CarrierMail(Connections connections, Addresses addresses, ObjectProvider<JavaMailSender> house, Environment environment) {
        this.connections = connections;
        this.addresses = addresses;
        this.house = house;
        this.environment = environment;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean leadsTo(String shop, String carrier) {
        return desk(shop, carrier).isPresent() && (house.getIfAvailable() != null || connections.has(shop, SERVER));
    }

    Optional<String> desk(String shop, String carrier) {
        return connections.of(shop, DESKS).flatMap(own -> own.get(carrier));
    }

    private record Post(JavaMailSender server, String sender) {
    }

    @Override
    public Outcome send(JdbcCarrierRequests.Row request, List<Papers.Paper> papers) {
        Optional<String> desk = desk(request.shop(), request.carrier());
        if (desk.isEmpty()) {
            return Outcome.of(Result.REFUSED, "NO_DESK", null);
        }
        try {
            Post post = connections.of(request.shop(), SERVER).map(own -> new Post(addresses.mailServer(own), own.need("sender")))
                .orElseGet(() -> new Post(house.getObject(), environment.getProperty("afterflow.notifications.shops." + request.shop() + ".sender",
                    environment.getProperty("afterflow.notifications.sender", "after-sales@localhost"))));
            MimeMessage mail = written(post, desk.get(), request, papers);
            post.server().send(mail);
            return Outcome.taken(id(request, post.sender()), null);
        } catch (MessagingException unwritable) {
            return Outcome.of(Result.REFUSED, "ADDRESS", null);
        } catch (MailException failed) {
            return failed(failed);
        }
    }

    private static MimeMessage written(Post post, String desk, JdbcCarrierRequests.Row request, List<Papers.Paper> papers) throws MessagingException {
        MimeMessage mime = post.server().createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        mail.setValidateAddresses(true);
        mail.setFrom(post.sender());
        mail.setReplyTo(post.sender());
        mail.setTo(desk);
        mail.setSubject(CarrierLetter.subject(request));
        mail.setText(CarrierLetter.text(request, papers));
        for (Papers.Paper paper : papers) {
            mail.addAttachment(paper.name(), new ByteArrayResource(paper.content()), paper.mediaType());
        }
        mime.setHeader("Message-ID", id(request, post.sender()));
        return mime;
    }

    private static String id(JdbcCarrierRequests.Row request, String sender) {
        return "<" + request.number() + "@" + sender.substring(sender.indexOf('@') + 1) + ">";
    }

    /** Surely unsent: nobody let us in. Surely refused: the address was. All else may have arrived. */
    private static Outcome failed(MailException failed) {
        if (failed instanceof MailAuthenticationException || caused(failed, ConnectException.class) || caused(failed, UnknownHostException.class)) {
            return Outcome.of(Result.UNSENT, "MAIL_SERVER", null);
        }
        return Outcome.of(caused(failed, SendFailedException.class) ? Result.REFUSED : Result.UNKNOWN, failed.getClass().getSimpleName(), null);
    }

    private static boolean caused(MailException failed, Class<? extends Throwable> type) {
        if (failed instanceof MailSendException send && send.getFailedMessages().values().stream().anyMatch(each -> within(each, type))) {
            return true;
        }
        return within(failed, type);
    }

    private static boolean within(Throwable thrown, Class<? extends Throwable> type) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
