package dev.afterflow.notifications;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** The name of one telling: case, template, buyer and the state it speaks of. */
final class MessageKey {

    private MessageKey() {
    }

    static String of(Message message) {
        String name = String.join("\u001f", List.of(message.shop(), message.caseNumber(), message.template(),
            message.to().buyerId(), message.key()));
        return "N" + DigestUtils.sha256Hex(name);
    }
}
