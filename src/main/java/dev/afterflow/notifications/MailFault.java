package dev.afterflow.notifications;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** Tells mail that never arrives (5xx answers, broken addresses) from mail that may arrive later (4xx, nobody there, bad login). */
final class MailFault {

    private static final int PERMANENT = 500;

    private MailFault() {
    }

    static RuntimeException of(MailException failed) {
        if (failed instanceof MailParseException) {
            return new Undeliverable("mail: address", failed);
        }
        List<Throwable> causes = causes(failed);
        if (causes.stream().anyMatch(AddressException.class::isInstance)) {
            return new Undeliverable("mail: address", failed);
        }
        int code = causes.stream().mapToInt(MailFault::code).filter(each -> each > 0).findFirst().orElse(0);
        return code >= PERMANENT ? new Undeliverable("mail: " + code, failed) : failed;
    }

    private static List<Throwable> causes(MailException failed) {
        List<Throwable> open = new ArrayList<>(List.of(failed));
        if (failed instanceof MailSendException send) {
            open.addAll(send.getFailedMessages().values());
        }
        for (int at = 0; at < open.size() && at < 50; at++) {
            Throwable one = open.get(at);
            if (one.getCause() != null) {
                open.add(one.getCause());
            }
            if (one instanceof SendFailedException part && part.getNextException() != null) {
                open.add(part.getNextException());
            }
        }
        return open;
    }

    /** An address's own answer; the sender's refusal is about us and may be mended. */
    private static int code(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (cause instanceof SMTPSenderFailedException) {
            return 0;
        }
        return cause instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }
}
