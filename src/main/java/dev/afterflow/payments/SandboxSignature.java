package dev.afterflow.payments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and checks what is exchanged with the sandbox provider: HMAC-SHA256 over its lines and the body, in hex. */
final class SandboxSignature {

    private final SecretKeySpec key;

    SandboxSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String ofRequest(String method, String path, String merchant, String time, String nonce, byte[] body) {
        return sign(body, method, path, merchant, time, nonce);
    }

    boolean isAnswer(String signature, int status, String time, String nonce, byte[] body) {
        return same(signature, sign(body, String.valueOf(status), time, nonce));
    }

    boolean isNotice(String signature, String time, String nonce, byte[] body) {
        return same(signature, sign(body, time, nonce));
    }

    private String sign(byte[] body, String... lines) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (String line : lines) {
            message.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        message.writeBytes(body);
        message.write('\n');
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(message.toByteArray()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String told, String right) {
        return told != null && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
