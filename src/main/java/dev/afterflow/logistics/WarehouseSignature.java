package dev.afterflow.logistics;

import dev.afterflow.connections.SignedLine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what the warehouse is told and checks what it answers: {@code v1=} and HMAC-SHA256 in Base64 over method or status,
 * path or our signature, time, and the SHA-256 of the body in hex, each on a line.
 */
final class WarehouseSignature implements SignedLine.Seal {

    private static final String VERSION = "v1=";
    private final SecretKeySpec key;

    WarehouseSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @Override
    public String ofRequest(String method, String path, String time, byte[] body) {
        return sign(method, path, time, body);
    }

    @Override
    public boolean isAnswer(String told, int status, String ours, String time, byte[] body) {
        return told != null && time != null && MessageDigest.isEqual(told.getBytes(StandardCharsets.US_ASCII),
                sign(String.valueOf(status), ours, time, body).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String first, String second, String time, byte[] body) {
        try {
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] signed = mac.doFinal(String.join("\n", first, second, time, digest).getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
