package dev.afterflow.notifications;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The name of one telling: case, template, buyer and the state it speaks of. */
final class MessageKey {

    private MessageKey() {
    }

    static String of(Message message) {
        String name = String.join("\u001f", List.of(message.shop(), message.caseNumber(), message.template(),
            message.to().buyerId(), message.key()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "N" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
